import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../../../src/lib/ingest/run/import-files';
import { sharedData } from '../../shared-data';
import { filesOf, inPlace, openTarget } from './database-target';

const folder = sharedData('.');
if (folder === null) console.warn('Skipped: the folder of real logs and exports is not here.');

/**
 * Total tokens by source of all shared files. Those of the three corpora are documented (`second-opinion.test.ts`
 * compares the sessions); the others were added up once by another program, directly from the columns.
 */
const documented = {
  // dk, moredip and rand; then the one session, whose 31 responses the second opinion counts once for each of their
  // 41 lines.
  'claude-code': 4_331_528 + 414_031 + 65_462_857 + 1_196_531,
  'openai-activity': 9_150 + 24_820_000,
  'anthropic-usage': 299_122,
  helicone: 47_933,
  litellm: 48_726,
};

/** The other tracker's total for one session. */
function opinion(name: string): number {
  const text = readFileSync(join(folder!, `sessions/${name}.expected.json`), 'utf8');
  const { records } = JSON.parse(text) as {
    records: { conversationUsage: Record<string, Record<string, number | Record<string, number>>> }[];
  };
  const models = Object.values(records[0]?.conversationUsage ?? {});
  return models.reduce((sum, usage) => {
    const counts = (usage['total_token_usage'] ?? usage) as Record<string, number>;
    return sum + (counts['total_tokens'] ?? 0);
  }, 0);
}

describe.skipIf(folder === null)('all real logs of the first sources, in one import', () => {
  it('has the documented totals, reports what it could not read, and counts once when read again', async () => {
    const { target, commands } = await openTarget();
    const folders = ['claude-code', 'sessions', 'csv'];
    const files = (await Promise.all(folders.map((each) => filesOf(join(folder!, each))))).flat();
    const summary = await importFiles(target, files, inPlace);
    const totals = async () => {
      const range = { from: '2020-01-01', to: '2099-12-31' };
      const rows = await target.call('getUsageTotals', range, 'source');
      return Object.fromEntries(rows.map(({ key, totalTokens }) => [key ?? '', totalTokens]));
    };
    const { 'copilot-cli': copilot, ...rest } = await totals();
    expect(rest).toEqual({
      ...documented,
      'codex-cli': opinion('codex'),
      'gemini-cli': opinion('gemini'),
    });
    // Its total omits cached tokens from one sum and reasoning from another; second-opinion.test.ts compares each
    // count.
    expect(copilot).toBeGreaterThan(0);
    const named = summary.problems.filter(({ file }) => /(csv|jsonl)$/.test(file));
    expect(Object.fromEntries(named.map(({ file, reason }) => [file.split('/').at(-1), reason]))).toEqual({
      // Part of rand.
      'session.jsonl': 'empty-file',
      // A table that no documentation describes; it waits for a mapping.
      'anthropic_console_sample.csv': 'unrecognized',
      'anthropic_cost_real_schema.csv': 'cost-export-without-tokens',
    });

    const before = await totals();
    expect(await importFiles(target, files, inPlace)).toMatchObject({ eventsAdded: 0, eventsReplaced: 0 });
    expect(await totals()).toEqual(before);
    expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  }, 120_000);
});
