import { sentenceFor } from '../../../../src/lib/model/problem';
import { problems as english } from '../../../../src/lib/texts/en/problems';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../../../src/lib/ingest/run/import-files';
import type { ChosenFile } from '../../../../src/lib/ingest/files/chosen-file';
import { sourceById, sources } from '../../../../src/lib/sources/registry';
import { fixture, fixturesOf } from '../../sources/support/fixtures';
import { chosenFile, inPlace, openTarget } from './database-target';

const always = { from: '2020-01-01', to: '2099-12-31' };
const paths = sources.flatMap(({ id }) => fixturesOf(id).map((name) => `${id}/${name}`));
/** Some files contain no time, so the time of their last change counts. */
const changedAt = Date.UTC(2026, 2, 2);
const files = paths.map((path) => chosenFile(path, fixture(path), changedAt));

/** What is counted after these imports, by source, and the problems of each. */
async function imported(...imports: ChosenFile[][]) {
  const { target, commands } = await openTarget();
  const summaries = [];
  for (const each of imports) summaries.push(await importFiles(target, each, inPlace));
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  const rows = commands.getUsageTotals(always, 'source');
  const totals = Object.fromEntries(
    rows.map(({ key, totalTokens }): [string, number] => [key ?? '', totalTokens]),
  );
  return { totals, summaries };
}

describe('the examples of every source', () => {
  it('contain tokens, except those that record only costs', async () => {
    const { totals } = await imported(files);
    const without = sources.map(({ id }) => id).filter((id) => (totals[id] ?? 0) === 0);
    expect(without).toEqual(['crush', 'anthropic-cost', 'openai-cost']);
  });

  it('have the same totals in any order, in one import or in many', async () => {
    const { totals } = await imported(files);
    // A database and the log next to it are one file.
    const isLog = ({ path }: ChosenFile): boolean => path.endsWith('-wal');
    const units = files
      .filter((file) => !isLog(file))
      .map((file) => [file, ...files.filter((log) => log.path === `${file.path}-wal`)]);
    const orders = fc.shuffledSubarray(units, { minLength: units.length });
    await fc.assert(
      fc.asyncProperty(orders, fc.nat(units.length), async (shuffled, cut) => {
        const [first, second] = [shuffled.slice(0, cut).flat(), shuffled.slice(cut).flat()];
        expect((await imported(first, second)).totals).toEqual(totals);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('imported twice count once', async () => {
    const { totals, summaries } = await imported(files, files, files.toReversed());
    expect(totals).toEqual((await imported(files)).totals);
    for (const { eventsAdded, eventsReplaced } of summaries.slice(1))
      expect([eventsAdded, eventsReplaced]).toEqual([0, 0]);
  });
});

/** The same file, truncated in its last record. */
function broken(path: string): Uint8Array<ArrayBuffer> {
  const bytes = fixture(path);
  const text = new TextDecoder('latin1').decode(bytes).trimEnd();
  if (!/\.(?:csv|jsonl|ndjson)$/.test(path)) return bytes.slice(0, Math.ceil(text.length * 0.7));
  return bytes.slice(0, Math.ceil((text.lastIndexOf('\n') + 1 + text.length) / 2));
}

describe('a file of any source that is cut off', () => {
  const rest = files.filter(({ path }) => path.startsWith('claude-code/') || path.startsWith('helicone/'));

  // Markdown has no syntax that could be broken.
  const formed = paths.filter((path) => !path.startsWith('aider-history/'));

  it.each(formed)('is reported with its line and a reason, and affects no other file: %s', async (path) => {
    const { totals: expected } = await imported(rest);
    const bad = chosenFile(`bad/${path}`, broken(path));
    const { totals, summaries } = await imported([bad, ...rest]);
    const own = path.slice(0, path.indexOf('/'));
    for (const [source, total] of Object.entries(expected))
      if (source !== own) expect(totals[source]).toBe(total);
    const problems = (summaries[0]?.problems ?? []).filter(({ file }) => file === bad.path);
    expect(problems.length, sourceById(own)?.name).toBeGreaterThan(0);
    for (const { reason } of problems) expect(sentenceFor(reason, english)).toMatch(/^[A-Z].*\.$/s);
    // A database has no lines, and cost exports are not read.
    const hasLines = !path.includes('.db') && !path.includes('-cost/');
    if (hasLines) expect(problems.some(({ line = 0 }) => line >= 1)).toBe(true);
  });
});
