import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as sql from '../../../src/lib/database/usage/usage-sql';
import { addDays } from '../../../src/lib/model/ranges';
import { usageGroupKeys } from '../../../src/lib/model/usage-stats';
import { openTestDatabase, testNow, type TestDatabase } from './open';
import { addProject, importBatches, manualEvent, sourceEvent } from './samples';

const day = 86_400_000;
const range = { from: '2026-09-01', to: '2026-11-30' };
let test: TestDatabase;

beforeAll(async () => {
  test = await openTestDatabase();
  for (const id of ['alpha', 'beta']) addProject(test.commands, id);
  const events = [
    manualEvent({ id: '1', projectId: 'alpha', model: 'small', inputTokens: 100, outputTokens: 0 }),
    manualEvent({ id: '2', projectId: 'beta', model: 'large', inputTokens: 30, outputTokens: 0 }),
    manualEvent({
      id: '3',
      projectId: 'beta',
      inputTokens: 7,
      outputTokens: 0,
      occurredAt: testNow - 40 * day,
    }),
  ];
  for (const event of events) test.commands.recordUsageEvent(event);
  importBatches(test.commands, 'import', [
    { events: [sourceEvent({ path: '/home/u/gamma', inputTokens: 1 })] },
  ]);
});

const pairs = (rows: readonly { key: string | null; totalTokens: number }[]) =>
  rows.map(({ key, totalTokens }) => [key, totalTokens]);

describe('totals', () => {
  it('are one row without a key, even without usage', () => {
    expect(pairs(test.commands.getUsageTotals(range, null))).toEqual([[null, 1169]]);
    expect(pairs(test.commands.getUsageTotals({ from: '2021-01-01', to: '2021-12-31' }, null))).toEqual([
      [null, 0],
    ]);
  });

  it('are grouped by any key, largest first, and add up to the total', () => {
    expect(pairs(test.commands.getUsageTotals(range, 'model'))).toEqual([
      ['claude-sonnet-4-5', 1032],
      ['small', 100],
      ['large', 30],
      [null, 7],
    ]);
    for (const key of usageGroupKeys) {
      const rows = test.commands.getUsageTotals(range, key);
      expect(rows.reduce((sum, row) => sum + row.totalTokens, 0)).toBe(1169);
    }
  });

  it('are filtered by projects, model, source, type and folder together', () => {
    const { commands } = test;
    const narrow = (filter: object) => commands.getUsageTotals({ ...range, ...filter }, null)[0]?.totalTokens;
    expect(narrow({ projectIds: ['beta'] })).toBe(37);
    expect(narrow({ projectIds: ['beta', 'alpha'], model: 'small' })).toBe(100);
    expect(narrow({ model: '' })).toBe(7);
    expect(narrow({ source: 'manual' })).toBe(137);
    expect(narrow({ source: 'manual', projectIds: ['alpha'], model: 'large' })).toBe(0);
    expect(narrow({ projectIds: [] })).toBe(0);
    expect(narrow({ eventType: 'chat' })).toBe(1169);
    expect(narrow({ eventType: 'chat', path: '/home/u/gamma', source: 'test' })).toBe(1032);
    expect(narrow({ path: '' })).toBe(137);
  });
});

it('a timeline and series have a row per day or month with usage, ascending', () => {
  const { commands } = test;
  expect(commands.getUsageTimeline(range, 'day').map((row) => [row.time, row.totalTokens])).toEqual([
    ['2026-10-06', 7],
    ['2026-11-15', 1162],
  ]);
  expect(commands.getUsageTimeline({ ...range, projectIds: ['beta'] }, 'month')).toMatchObject([
    { time: '2026-10', totalTokens: 7, inputTokens: 7, eventCount: 1 },
    { time: '2026-11', totalTokens: 30 },
  ]);
  expect(commands.getUsageSeries({ ...range, source: 'manual' }, 'month', 'project')).toEqual([
    { time: '2026-10', key: 'beta', totalTokens: 7, costNanoUsd: 0, unpricedTokens: 7 },
    { time: '2026-11', key: 'alpha', totalTokens: 100, costNanoUsd: 0, unpricedTokens: 100 },
    { time: '2026-11', key: 'beta', totalTokens: 30, costNanoUsd: 0, unpricedTokens: 30 },
  ]);
});

it('invalid arguments are refused with an explanation', () => {
  const { commands } = test;
  const call = (filter: unknown, by: unknown) => () => commands.getUsageTotals(filter as never, by as never);
  expect(call({ from: '2026-13-01', to: '2026-12-01' }, null)).toThrow(/YYYY-MM-DD/);
  expect(call(range, 'weather')).toThrow(/Give one of project/);
  expect(call({ ...range, projectIds: 'alpha' }, null)).toThrow(/list of project ids/);
});

const filters = [false, true].flatMap((projects) =>
  ([null, 'model', 'source', 'eventType', 'path'] as const).map((narrowed) => ({
    ...{ projects, model: false, source: false, eventType: false, path: false },
    ...(narrowed && { [narrowed]: true }),
  })),
);

it.each(filters)('every query reads rollups by an index, filtered by %o', (filter) => {
  const stretches = [['day'], ['month'], ['month', 'day', 'day']] as const;
  const queries = [null, ...usageGroupKeys].flatMap((by) =>
    stretches.flatMap((parts) => [
      sql.usageTotals(filter, parts, by),
      ...(['day', 'month'] as const).map((step) =>
        by === null ? sql.usageTimeline(filter, parts, step) : sql.usageSeries(filter, parts, step, by),
      ),
      sql.costedUsage(filter, parts, 'month', ['project_id']),
      sql.costedUsage(filter, parts, 'day', ['project_id', 'source', 'event_type'], 'month'),
    ]),
  );
  const byTime = /USING PRIMARY KEY \((month|date)>\? AND \1<\?\)/;
  const byProject =
    /USING (COVERING )?INDEX (usage_monthly_by_project|sqlite_autoindex_usage_daily_2) \(project_id=\? AND (month|date)>\? AND \3<\?\)/;
  for (const query of queries) {
    const reads = test.database.db
      .selectObjects(`EXPLAIN QUERY PLAN ${query.replaceAll('?', "'[]'")}`)
      .map((row) => row['detail'] as string)
      .filter((step) => /^(SCAN|SEARCH) (usage|time|cut)/.test(step));
    expect(reads.length).toBeGreaterThan(0);
    expect(reads.join()).not.toMatch(/usage_events|SCAN/);
    // The second of a pair is looked up row by row, by both of its keys.
    for (const read of reads.filter((step) => !step.includes('=? AND project_id=?'))) {
      expect(read).toMatch(filter.projects ? byProject : byTime);
    }
  }
});

it('a range of any days is read as months and days, with the same totals by day and by month', () => {
  const { commands } = test;
  const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays('2026-09-01', days));
  fc.assert(
    fc.property(
      fc.tuple(day, day).map((days) => days.toSorted()),
      fc.constantFrom(undefined, ['alpha'], ['alpha', 'beta']),
      fc.constantFrom(...usageGroupKeys),
      ([from = '', to = ''], projectIds, by) => {
        const filter = { from, to, ...(projectIds && { projectIds }) };
        const byDay = commands.getUsageTimeline(filter, 'day').reduce((sum, row) => sum + row.totalTokens, 0);
        const totals = [
          commands.getUsageTotals(filter, null),
          commands.getUsageTotals(filter, by),
          commands.getUsageTimeline(filter, 'month'),
          commands.getUsageSeries(filter, 'month', by),
        ].map((rows) => rows.reduce((sum, row) => sum + row.totalTokens, 0));
        expect(totals).toEqual([byDay, byDay, byDay, byDay]);
      },
    ),
  );
});
