import { describe, expect, it } from 'vitest';
import { importFiles } from '../../../../src/lib/ingest/run/import-files';
import { sharedData } from '../../shared-data';
import { filesOf, inPlace, openTarget } from './database-target';

const folder = sharedData('more');
if (folder === null) console.warn('Skipped: the folder of agents’ real logs is not here.');

/**
 * Values added up without any tracker: total tokens by source and month (UTC), and dollars if the tool recorded them.
 */
const truths: Record<string, { months?: Record<string, number>; total: number; cost?: number }> = {
  pi: { total: 47_609_906, months: { '2025-11': 47_609_906 }, cost: 30.330198 },
  openclaw: { total: 9_595_970, months: { '2026-02': 9_595_970 } },
  'kimi-code': { total: 738_844, months: { '2026-08': 738_844 } },
  'cline-cli': { total: 634_649, months: { '2026-07': 634_649 }, cost: 2.036023 },
  cline: { total: 1730, months: { '2025-02': 1730 }, cost: 0.006 },
  amp: { total: 1965, months: { '2025-02': 1965 } },
  crush: { total: 0, cost: 3.22185125 },
  'opencode-go': { total: 0, cost: 0.8491675 },
  aider: {
    total: 2_530_121,
    cost: 5.305332,
    months: {
      '2025-08': 58_916,
      '2025-11': 81_851,
      '2025-12': 259_877,
      '2026-02': 1_069_834,
      '2026-03': 275_794,
      '2026-04': 783_849,
    },
  },
  'aider-history': { total: 259_694, months: { '2024-08': 259_694 }, cost: 0.96 },
  'qwen-code': { total: 1125, months: { '2026-06': 1125 } },
  dsh: { total: 848, months: { '2026-08': 848 } },
  'mistral-vibe': { total: 450, months: { '2026-06': 450 } },
  openhands: { total: 983_041, months: { '2025-04': 983_041 } },
  'swe-agent': { total: 177_168, cost: 1.80558 },
  'inspect-ai': { total: 2830, months: { '2025-02': 640, '2025-05': 2190 } },
  'vercel-ai-sdk': { total: 449, months: { '2026-02': 449 } },
};

describe.skipIf(folder === null)('all agents’ logs in one import', () => {
  it('give each tool its tokens by month and its cost, and count once when they are read again', async () => {
    const { target, commands } = await openTarget();
    const files = await filesOf(folder!);
    const logs = files.filter(({ path }) => !/README|licences/.test(path));
    const range = { from: '2020-01-01', to: '2099-12-31' };
    const totals = async () => {
      const rows = await target.call('getUsageTotals', range, 'source');
      return Object.fromEntries(rows.map(({ key, totalTokens }) => [key ?? '', totalTokens]));
    };
    await importFiles(target, logs, inPlace);
    const before = await totals();
    expect(before).toEqual(Object.fromEntries(Object.entries(truths).map(([id, { total }]) => [id, total])));
    const series = await target.call('getUsageSeries', range, 'month', 'source');
    for (const [id, { months }] of Object.entries(truths)) {
      const own = series.filter(({ key, totalTokens }) => key === id && totalTokens > 0);
      const byMonth = Object.fromEntries(own.map(({ time, totalTokens }) => [time, totalTokens]));
      if (months !== undefined) expect([id, byMonth]).toEqual([id, months]);
    }
    for (const { key, costNanoUsd } of await target.call('getUsageTotals', range, 'source')) {
      const { cost } = truths[key ?? ''] ?? {};
      if (cost !== undefined) expect([key, costNanoUsd / 1e9]).toEqual([key, expect.closeTo(cost, 5)]);
    }
    const projects = await target.call('getUsageTotals', { ...range, source: 'crush' }, 'project');
    expect(projects).toHaveLength(1);
    expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });

    expect(await importFiles(target, logs.toReversed(), inPlace)).toMatchObject({
      eventsAdded: 0,
      eventsReplaced: 0,
    });
    expect(await totals()).toEqual(before);
  }, 120_000);
});
