import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../../budget';
import type { ChosenFile } from '../../../../src/lib/ingest/files/chosen-file';
import { importFiles } from '../../../../src/lib/ingest/run/import-files';
import { sharedData } from '../../shared-data';
import { filesOf, inPlace, openTarget } from './database-target';

const folder = sharedData('.');
if (folder === null) console.warn('Skipped: the folder of real logs and exports is not here.');

const always = { from: '2020-01-01', to: '2099-12-31' };
/** Files without a time count in the month of their last change. */
const changedAt = Date.UTC(2026, 4, 5);

/** Each corpus: one person's logs, or one tool's. */
async function corpora(root: string): Promise<ChosenFile[][]> {
  const inside = (part: string): string[] => readdirSync(join(root, part)).map((name) => join(part, name));
  const folders = [...inside('claude-code'), 'sessions', 'csv', ...inside('more')];
  const files = await Promise.all(
    folders
      .filter((name) => !name.endsWith('.md'))
      .map(async (name) =>
        (await filesOf(join(root, name))).map(({ path, file }) => ({
          path: `${name}/${path}`,
          file: new File([file], file.name, { lastModified: changedAt }),
        })),
      ),
  );
  return files;
}

/** Tokens, events and recorded cost by source and month after these imports. */
async function counted(...imports: ChosenFile[][]): Promise<Map<string, number[]>> {
  const { target, commands } = await openTarget();
  for (const files of imports) await importFiles(target, files, inPlace);
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  const sums = new Map<string, number[]>();
  for (const { key, time, totalTokens } of commands.getUsageSeries(always, 'month', 'source'))
    sums.set(`${key} ${time}`, [totalTokens]);
  for (const row of commands.getUsageTotals(always, 'source'))
    sums.set(row.key ?? '', [row.totalTokens, row.cacheReadTokens, row.outputTokens, row.eventCount]);
  return sums;
}

describe.skipIf(folder === null)('all real logs together', () => {
  it('add up to the sum of each log, in any order and any number of imports', async () => {
    const all = await corpora(folder ?? '');
    const expected = new Map<string, number[]>();
    for (const files of all)
      for (const [key, counts] of await counted(files)) {
        const before = expected.get(key) ?? [];
        expected.set(
          key,
          counts.map((count, index) => count + (before[index] ?? 0)),
        );
      }
    expect(expected.size).toBeGreaterThan(40);
    const files = all.flat();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(files, { minLength: files.length }),
        fc.array(fc.nat(files.length), { maxLength: 3 }),
        async (shuffled, cuts) => {
          const ends = [0, ...cuts.toSorted((a, b) => a - b), files.length];
          const parts = ends.slice(1).map((end, index) => shuffled.slice(ends[index], end));
          expect(await counted(...parts)).toEqual(expected);
        },
      ),
      { numRuns: rounds(1, 10) },
    );
  }, 300_000);
});
