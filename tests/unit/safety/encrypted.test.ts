import { expect, it } from 'vitest';
import { isEncrypted, needsPassphrase } from '../../../src/lib/protocol/backups';
import { decrypt, encrypt } from '../../../src/lib/safety/age';
import { SafetyService } from '../../../src/lib/safety/safety-service';
import { openTestDatabase } from '../database/open';
import { addProject } from '../database/samples';

const passphrase = 'correct horse battery staple';

async function encrypted() {
  const { commands, database } = await openTestDatabase();
  addProject(commands, 'alpha');
  const service = new SafetyService(Promise.resolve(database.sqlite3));
  const plain = new Blob([commands.exportDatabase()]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(plain).arrayBuffer());
  // The app's work factor takes a second each time the file is opened.
  const file = await encrypt(bytes, { passphrase }, 10);
  const look = (file: Uint8Array<ArrayBuffer>, passphrase?: string) =>
    service.answer({
      id: '2',
      kind: 'inspect',
      source: { kind: 'file', file: new Blob([file]), passphrase },
      timeZone: 'UTC',
    });
  return { file, look };
}

it('an encrypted file opens only with its passphrase', async () => {
  const { file, look } = await encrypted();
  expect(await isEncrypted(new Blob([file]))).toBe(true);
  expect(await needsPassphrase(new Blob([file]))).toBe(true);
  expect(await look(file, passphrase)).toMatchObject({ contents: { projects: 1 }, losses: [] });
  await expect(look(file, 'another')).rejects.toThrow('wrong-passphrase');
  await expect(look(file)).rejects.toThrow('encrypted-without-passphrase');
  const cut = file.slice(0, -20);
  await expect(look(cut, passphrase)).rejects.toThrow('encrypted-file-damaged');
  const flipped = file.slice();
  flipped[file.length - 100] = (file.at(-100) ?? 0) ^ 1;
  await expect(look(flipped, passphrase)).rejects.toThrow('encrypted-file-damaged');
  expect((await decrypt(file, { passphrase })).subarray(0, 2)).toEqual(Uint8Array.of(0x1f, 0x8b));
}, 60_000);
