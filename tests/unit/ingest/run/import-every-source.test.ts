import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../../../src/lib/ingest/run/import-files';
import { sharedData } from '../../shared-data';
import { chosenFile, inPlace, openTarget } from './database-target';

const always = { from: '2020-01-01', to: '2099-12-31' };

/** Totals by source. The databases of the other tests hold one source each. */
function totals(commands: Awaited<ReturnType<typeof openTarget>>['commands']): Record<string, number> {
  const rows = commands.getUsageTotals(always, 'source');
  return Object.fromEntries(rows.map(({ key, totalTokens }): [string, number] => [key ?? '', totalTokens]));
}

function readFolder(folder: string): Record<string, Uint8Array<ArrayBuffer>> {
  const names = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));
  return Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(`${folder}/${name}`))]));
}

/** Read from the files by the sources' own tests, and for Codex and Copilot also by another tracker. */
const expected = {
  csv: {
    'anthropic-usage': 299_122,
    'openai-activity': 9_150 + 24_820_000,
    helicone: 47_933,
    litellm: 48_726,
  },
};

describe.each(['sessions', 'csv'])('a folder of %s of several tools', (name) => {
  const folder = sharedData(name);
  if (folder === null) console.warn(`Skipped: the folder of real ${name} is not here.`);

  it.skipIf(folder === null)(
    'has the same usage in the database as in its files, unpacked, packed and imported again',
    async () => {
      const files = readFolder(folder ?? '');
      const { target, commands } = await openTarget();
      const chosen = Object.entries(files).map(([path, bytes]) => chosenFile(path, bytes));
      const summary = await importFiles(target, chosen, inPlace);
      expect(summary.source).toBe('mixed');
      const loose = totals(commands);
      if (name === 'csv') expect(loose).toEqual(expected.csv);
      else
        expect(Object.keys(loose).sort()).toEqual(['claude-code', 'codex-cli', 'copilot-cli', 'gemini-cli']);

      const again = await importFiles(target, chosen.toReversed(), inPlace);
      expect(again).toMatchObject({ eventsAdded: 0, eventsReplaced: 0 });

      const packed = await openTarget();
      const archive = chosenFile('all.zip', new Uint8Array(zipSync(files)));
      await importFiles(packed.target, [archive], inPlace);
      expect(totals(packed.commands)).toEqual(loose);
      await importFiles(packed.target, chosen, inPlace);
      expect(totals(packed.commands)).toEqual(loose);
      for (const each of [commands, packed.commands]) expect(each.checkIntegrity().ok).toBe(true);
    },
  );
});

describe('archives', () => {
  const response = strToU8(readFileSync('tests/fixtures/api-response/openai-chat.json', 'utf8'));

  it('are read like their content, and everything in them is identified by both paths', async () => {
    const { target } = await openTarget();
    const zip = zipSync({
      'deep/response.json': response,
      'deep/packed.json.gz': gzipSync(response),
      'notes.csv': strToU8('a,b\n1,2\n'),
      'empty.jsonl': new Uint8Array(0),
      'readme.md': strToU8('# hello'),
      'broken.jsonl': strToU8(`broken\n${readFileSync('tests/fixtures/claude-code/session.jsonl', 'utf8')}`),
    });
    const summary = await importFiles(target, [chosenFile('all.zip', new Uint8Array(zip))], inPlace);
    expect(summary).toMatchObject({ files: 1, filesSkipped: 0, source: 'mixed' });
    const problems = Object.fromEntries(summary.problems.map(({ file, reason }) => [file, reason]));
    expect(problems).toMatchObject({
      'all.zip/notes.csv': 'unrecognized',
      'all.zip/empty.jsonl': 'empty-file',
      'all.zip/readme.md': { code: 'other-kind-of-file', kind: 'document', extension: 'md' },
    });
    expect(summary.problems).toContainEqual(
      expect.objectContaining({
        file: 'all.zip/broken.jsonl',
        reason: 'line-not-an-object',
        line: 1,
      }),
    );
    expect(summary.duplicates).toBeGreaterThan(0);
  });

  it('that are truncated yield what can be read, and are reported', async () => {
    const { target } = await openTarget();
    const zip = zipSync({ 'a.json': [response, { level: 0 }], 'b.json': [response, { level: 0 }] });
    const cut = zip.slice(0, response.length + 200);
    const { files, eventsAdded, problems } = await importFiles(
      target,
      [chosenFile('cut.zip', new Uint8Array(cut)), chosenFile('no.gz', new Uint8Array([0x1f, 0x8b, 8, 0]))],
      inPlace,
    );
    expect([files, eventsAdded]).toEqual([1, 1]);
    expect(problems.map(({ file }) => file)).toEqual(expect.arrayContaining(['cut.zip/b.json', 'no']));
  });
});

it('a table saved by a spreadsheet as UTF-16 is read', async () => {
  const { target } = await openTarget();
  const text = readFileSync('tests/fixtures/openai-usage/completions_usage.csv', 'utf8');
  const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const summary = await importFiles(target, [chosenFile('usage.csv', wide)], inPlace);
  expect(summary).toMatchObject({ source: 'openai-usage', files: 1 });
  expect(summary.eventsAdded).toBeGreaterThan(0);
});
