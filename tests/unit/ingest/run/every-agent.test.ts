import { describe, expect, it } from 'vitest';
import { importFiles } from '../../../../src/lib/ingest/run/import-files';
import { sharedData } from '../../shared-data';
import { filesOf, inPlace, openTarget } from './database-target';

const folder = sharedData('more');
if (folder === null) console.warn('Skipped: the folder of agents’ real logs is not here.');

interface Truth {
  /** Events: calls, sessions or runs. */
  events: number;
  /** Input, cache read, cache write, output and the part of it that was reasoning. */
  tokens: [input: number, cacheRead: number, cacheWrite: number, output: number, reasoning: number];
  /** Total tokens by month (UTC); absent if the files hold no time or no tokens. */
  months?: Record<string, number>;
  /** Total tokens by project; a folder's last segment is its project's name. */
  projects: Record<string, number>;
  /** In dollars, if the tool recorded all of it. */
  cost?: number;
  /** Events whose cost is the one that the tool recorded, and their sum in dollars; absent means none. */
  recorded?: [events: number, dollars: number];
  /** How many of the events are marked as not exact; absent means none. */
  inexact?: number;
}

/** Added up without any tracker. */
const truths: Record<string, Truth> = {
  pi: {
    events: 439,
    tokens: [1049, 43_229_469, 4_296_232, 83_156, 0],
    months: { '2025-11': 47_609_906 },
    projects: { 'pi-mono': 47_609_906 },
    cost: 30.330198,
    recorded: [439, 30.330198],
  },
  openclaw: {
    events: 229,
    tokens: [2_689_568, 6_779_884, 75_407, 51_111, 0],
    months: { '2026-02': 9_595_970 },
    projects: { workspace: 9_595_970 },
    // All but the 49 calls of Google's models with cache reads, whose recorded cost of $1.143712 charges them twice.
    recorded: [180, 5.04981],
  },
  'kimi-code': {
    events: 26,
    tokens: [43_079, 689_920, 0, 5845, 0],
    months: { '2026-08': 738_844 },
    projects: { project: 738_844 },
  },
  'cline-cli': {
    events: 16,
    tokens: [95_819, 534_435, 0, 4395, 0],
    months: { '2026-07': 634_649 },
    projects: { cline: 634_649 },
    cost: 2.036023,
    recorded: [16, 2.036023],
  },
  cline: {
    events: 3,
    tokens: [750, 110, 70, 800, 0],
    months: { '2025-02': 1730 },
    projects: { Unassigned: 1730 },
    cost: 0.006,
    recorded: [3, 0.006],
  },
  amp: {
    events: 4,
    tokens: [1000, 0, 0, 965, 0],
    months: { '2025-02': 1965 },
    projects: { Unassigned: 1965 },
  },
  crush: {
    events: 2,
    tokens: [0, 0, 0, 0, 0],
    projects: { 'crush/dbos-transact-golang': 0 },
    cost: 3.22185125,
    inexact: 2,
    recorded: [2, 3.22185125],
  },
  'opencode-go': {
    events: 7,
    tokens: [0, 0, 0, 0, 0],
    projects: { 'opencode-go/utils': 0 },
    cost: 0.8491675,
    inexact: 7,
    recorded: [7, 0.8491675],
  },
  aider: {
    events: 107,
    tokens: [2_484_349, 0, 0, 45_772, 0],
    months: {
      '2025-08': 58_916,
      '2025-11': 81_851,
      '2025-12': 259_877,
      '2026-02': 1_069_834,
      '2026-03': 275_794,
      '2026-04': 783_849,
    },
    projects: { Unassigned: 2_530_121 },
    cost: 5.305332,
    recorded: [107, 5.305332],
  },
  'aider-history': {
    events: 25,
    tokens: [248_667, 0, 0, 11_027, 0],
    months: { '2024-08': 259_694 },
    projects: { 'aider/project': 259_694 },
    cost: 0.96,
    inexact: 25,
    recorded: [25, 0.96],
  },
  'qwen-code': {
    events: 2,
    tokens: [1050, 50, 0, 25, 0],
    months: { '2026-06': 1125 },
    projects: { qwentest: 1125 },
  },
  dsh: {
    events: 3,
    tokens: [16, 600, 50, 182, 30],
    months: { '2026-08': 848 },
    projects: { demo: 848 },
  },
  'mistral-vibe': {
    events: 2,
    tokens: [300, 0, 0, 150, 0],
    months: { '2026-06': 450 },
    projects: { myapp: 450 },
    inexact: 2,
  },
  openhands: {
    events: 56,
    tokens: [975_327, 0, 0, 7714, 0],
    months: { '2025-04': 983_041 },
    projects: { 'ponylang__ponyc-4595': 567_716, 'ponylang__ponyc-4593': 415_325 },
  },
  'swe-agent': {
    events: 2,
    tokens: [175_473, 0, 0, 1695, 0],
    projects: { 'pydicom__pydicom-1458': 123_981, 'swe-agent__test-repo-i1': 53_187 },
    cost: 1.80558,
    inexact: 2,
    recorded: [2, 1.80558],
  },
  'inspect-ai': {
    events: 19,
    tokens: [1771, 0, 0, 1059, 0],
    months: { '2025-02': 640, '2025-05': 2190 },
    projects: { security_guide: 1992, popularity: 838 },
  },
  'vercel-ai-sdk': {
    events: 5,
    tokens: [152, 0, 0, 297, 0],
    months: { '2026-02': 449 },
    projects: { Unassigned: 449 },
  },
};

describe.skipIf(folder === null)('all agents’ logs in one import', () => {
  it('have each tool’s tokens by month and cost, and count once when read again', async () => {
    const { target, commands, database } = await openTarget();
    const files = await filesOf(folder!);
    const logs = files.filter(({ path }) => !/README|licences/.test(path));
    const range = { from: '2020-01-01', to: '2099-12-31' };
    const totals = () => target.call('getUsageTotals', range, 'source');
    const summary = await importFiles(target, logs, inPlace);
    // A gauge of the context is not usage.
    expect(summary.problems.filter(({ file }) => file.endsWith('updates.jsonl'))).toMatchObject([
      { reason: 'session-without-usage' },
    ]);
    const before = await totals();
    const names = new Map((await target.call('getProjects')).map(({ id, name }) => [id, name]));
    const series = await target.call('getUsageSeries', range, 'month', 'source');
    const recordedCosts = new Map(
      database.db
        .selectArrays(
          `SELECT source, COUNT(*), SUM(cost_nano_usd) / 1e9 FROM usage_events
           WHERE cost_basis = 'recorded' GROUP BY source`,
        )
        .map(([source, ...recorded]) => [source, { recorded }]),
    );
    for (const { key, ...sums } of before) {
      const truth = truths[key ?? ''];
      const { inputTokens, cacheReadTokens, cacheWrite5mTokens, outputTokens, reasoningTokens } = sums;
      const byProject = await target.call('getUsageTotals', { ...range, source: key ?? '' }, 'project');
      const own = series.filter((each) => each.key === key && each.totalTokens > 0);
      const found = {
        events: sums.eventCount,
        tokens: [inputTokens, cacheReadTokens, cacheWrite5mTokens, outputTokens, reasoningTokens],
        ...(truth?.months && {
          months: Object.fromEntries(own.map((each) => [each.time, each.totalTokens])),
        }),
        projects: Object.fromEntries(
          byProject.map((each) => [names.get(each.key ?? '') ?? '', each.totalTokens]),
        ),
        ...(truth?.cost !== undefined && { cost: sums.costNanoUsd / 1e9 }),
        ...(sums.inexactCount > 0 && { inexact: sums.inexactCount }),
        ...recordedCosts.get(key ?? ''),
      };
      const { cost, recorded } = truth ?? {};
      expect([key, found]).toEqual([
        key,
        {
          ...truth,
          ...(cost !== undefined && { cost: expect.closeTo(cost, 5) as unknown }),
          ...(recorded && { recorded: [recorded[0], expect.closeTo(recorded[1], 5) as unknown] }),
        },
      ]);
    }
    expect(before.map(({ key }) => key).sort()).toEqual(Object.keys(truths).sort());
    expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });

    expect(await importFiles(target, logs.toReversed(), inPlace)).toMatchObject({
      eventsAdded: 0,
      eventsReplaced: 0,
    });
    expect(await totals()).toEqual(before);
  }, 120_000);
});
