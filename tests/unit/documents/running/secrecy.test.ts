import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { textName } from '../../../../src/lib/documents/contents/content-store';
import { document } from '../../database/documents/samples';
import { events, queueOf, type Server } from './queue';

const secret = 'Ada Lovelace earns ninety thousand';

/** Servers repeat what they were sent, in answers and in errors. */
const servers: Record<string, Server> = {
  'in the values': () => Promise.resolve({ text: events(`{"city":"${secret}"}`) }),
  'in prose': () => Promise.resolve({ text: events(`Sure: ${secret}`) }),
  'in a refusal of the request': () =>
    Promise.resolve({ status: 400, text: JSON.stringify({ error: { message: `Bad: ${secret}` } }) }),
  'before the connection breaks': () =>
    Promise.resolve({ how: 'broken', text: events(secret).slice(0, 120) }),
  'in the model’s name': () =>
    Promise.resolve({ text: events('{"city":null}').replace('"tiny"', JSON.stringify(secret)) }),
};

/** Everything that leaves the database: exports and backups, and what other devices receive. */
function written({ commands }: Awaited<ReturnType<typeof queueOf>>): Buffer[] {
  const imports = commands.getSharedImports().map(({ id }) => id);
  return [
    commands.exportDatabase(),
    commands.exportRecords(imports, { part: 0, parts: 1 }),
    commands.exportDecisions(),
  ].map((bytes) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : Buffer.from(bytes)));
}

it.each(Object.entries(servers))(
  'a sentence of a document is in no database, backup or change file, if the server repeats it %s',
  async (_, server) => {
    const queue = await queueOf(['a'], server);
    queue.files.set(textName(document('a').contentSha256), `Dear Sir, ${secret} a year.`);
    await queue.runner.run();
    const files = written(queue);
    // The name of the file is found, so the search sees the bytes.
    expect(files[0]?.includes('a.pdf')).toBe(true);
    for (const file of files) {
      expect(file.includes(secret)).toBe(false);
      expect(file.includes('Lovelace')).toBe(false);
    }
    // The sentence is where it belongs: in the files beside the database.
    expect([...queue.files.values()].join()).toContain(secret);
  },
);
