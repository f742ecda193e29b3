import { beforeEach, expect, it, vi } from 'vitest';
import { barLabel } from '../../../src/lib/components/charts/bar-label';
import { calendarCells } from '../../../src/lib/components/charts/calendar-cells';
import { isUsed } from '../../../src/lib/components/charts/heat';
import { hourCells } from '../../../src/lib/components/charts/hour-cells';
import { pointsOf } from '../../../src/lib/components/charts/points';
import { pointTotals } from '../../../src/lib/components/charts/series';
import type { ExportChoice } from '../../../src/lib/components/export/export-choice';
import * as panels from '../../../src/lib/components/export/export-panels';
import { kindCells, tableCells, timeCells, viewJson } from '../../../src/lib/components/export/export-view';
import { statementChoices } from '../../../src/lib/components/export/statement-export';
import { tableOf } from '../../../src/lib/components/export/table-export';
import { chartSeries } from '../../../src/lib/components/usage/chart-series';
import { groupLine } from '../../../src/lib/components/views/group-line';
import { groupRows } from '../../../src/lib/components/usage/group-rows';
import { breakdownColumns } from '../../../src/lib/components/projects/breakdown-columns';
import { exportedColumns } from '../../../src/lib/components/projects/project-rows';
import { plainCsv, type CsvCell } from '../../../src/lib/model/csv';
import { rangeOf } from '../../../src/lib/model/months';
import { monthPeriod } from '../../../src/lib/model/ranges';
import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import type { Commands } from '../../../src/lib/protocol/commands';
import { createReader } from '../../../src/lib/state/database/reader';
import { readSubscriptionUsage } from '../../../src/lib/state/prices/subscription-usage';
import { readStatement } from '../../../src/lib/state/view/statement';
import { groupings } from '../../../src/lib/state/view/view-address';
import { readViewUsage } from '../../../src/lib/state/view/view-usage';
import { openTestDatabase, testNow } from './open';
import { importBatches, sourceEvent } from './samples';

/**
 * A sum that includes a session total, rounded counts, a total without its split or a cost without tokens is marked in
 * every view and in every exported file; one without isn't.
 */

vi.mock('$app/paths', () => ({ resolve: (path: string) => path }));
// Links in the rows keep what the address of the page says.
vi.mock('$app/state', () => ({
  page: { url: new URL('https://tokentab.test/'), route: { id: '/' } },
}));

const sort = { column: 'cost', isAscending: false } as const;
const month = '2026-11';
let commands: Commands;

beforeEach(async () => {
  ({ commands } = await openTestDatabase());
});

const one = (changes: Partial<SourceUsageEvent>): void => {
  importBatches(commands, 'first', [{ events: [sourceEvent(changes)] }]);
};

it.each<[string, number, Partial<SourceUsageEvent>]>([
  ['a call', 0, {}],
  ['a session total', 1, { countQuality: 'session-total' }],
  ['rounded counts', 1, { countQuality: 'rounded', granularity: 'day' }],
  ['a total without its split', 1, { countQuality: 'total-only', recordedCostNanoUsd: 2_000_000 }],
  [
    'a cost without tokens',
    1,
    {
      countQuality: 'cost-only',
      recordedCostNanoUsd: 2_000_000,
      ...{ inputTokens: 0, cacheReadTokens: 0, cacheWrite5mTokens: 0, cacheWrite1hTokens: 0 },
      ...{ outputTokens: 0, reasoningTokens: 0 },
    },
  ],
])('%s is marked in all views and files: %d', async (_what, count, changes) => {
  one(changes);
  const known = commands.getProjects().map(({ id }) => ({ id, clientName: null }));
  const read = createReader((reads) => Promise.resolve(commands.readTogether(reads)), vi.fn());
  const range = rangeOf(month);
  const days = commands.getUsageTimeline(range, 'day');
  const hours = commands.getUsageHours(range);
  const hasMark = (text: string) => expect(text.includes('≈'), text).toBe(count > 0);

  for (const by of groupings) {
    const view = { period: monthPeriod(month), by, comparison: 'none', filters: {} } as const;
    const usage = await readViewUsage(read, view, `${month}-28`, { all: known });
    expect(usage.stats.inexactCount, `the cards by ${by}`).toBe(count);
    for (const measure of ['tokens', 'money'] as const) {
      const [row] = groupRows(usage, sort, measure);
      const line = groupLine(row!, usage, measure);
      hasMark(line.cost);
      hasMark(line.tokens);
      expectFile(tableCells(usage, sort, measure), count);
      expectFile(timeCells(usage, 'UTC', measure), count);
      const series = chartSeries(usage, measure);
      const points = pointsOf(usage.times, usage.step, `${month}-28`, usage.timeline, measure);
      const totals = pointTotals(series, usage.times.length);
      const labels = points.map((point, index) =>
        barLabel(point, series, index, totals[index] ?? 0, measure),
      );
      // Without tokens there is no bar of tokens.
      if (totals.some((total) => total > 0)) hasMark(labels.join());
      const json = JSON.parse(viewJson(usage, { days, ...hours }, sort, measure, 'UTC', 0)) as Record<
        'rows' | 'times' | 'daysOfYear' | 'hoursOfWeek',
        { inexactCount: number }[]
      > &
        Record<'totals', { inexactCount: number }> &
        Record<'inexactCountWithoutHour', number>;
      expect(json.totals.inexactCount).toBe(count);
      for (const list of [json.rows, json.times, json.daysOfYear]) expect(sumOf(list)).toBe(count);
      expect(sumOf(json.hoursOfWeek) + json.inexactCountWithoutHour).toBe(count);
    }
    expectFile(kindCells(usage).slice(0, 2), count);
  }

  const byDay = new Map(days.map((day) => [day.time, day]));
  for (const measure of ['tokens', 'money'] as const) {
    const year = calendarCells('2026', byDay, `${month}-28`, measure, () => '').cells;
    const week = hourCells(hours.hours, measure, () => '').cells;
    for (const cell of [...year, ...week].filter(isUsed)) hasMark(cell.text());
  }
  expectFile(panels.calendarCells({ days, ...hours }, 'UTC'), count);
  expectFile(panels.hourCells({ days, ...hours }), count);

  const statement = await readStatement(read, '', month, { all: known });
  expect(statement.totals.inexactCount).toBe(count);
  for (const billing of [null, { kind: 'percent', hundredths: 1000 }] as const) {
    const [csv = '', list = ''] = await Promise.all(statementChoices(statement, billing).map(textOf));
    expect(csv).toContain('Inexact events');
    const lines = JSON.parse(list) as { inexactEvents: number }[];
    expect(lines.reduce((sum, { inexactEvents }) => sum + inexactEvents, 0)).toBe(count);
  }

  const [sums] = commands.getUsageTotals(range, null);
  const usageOf = new Map(known.map(({ id }) => [id, sums!]));
  const list = commands.getProjects();
  expectFile(tableOf(exportedColumns({ usage: usageOf, lastActivity: new Map() }), list), count);
  for (const by of ['model', 'source', 'path'] as const) {
    const { name, costs, tokens, events } = breakdownColumns(by);
    expectFile(tableOf([name, ...costs, tokens, events], commands.getUsageTotals(range, by)), count);
  }
});

it('budgets, prices, folders, subscriptions and plan windows know what is inexact', async () => {
  importBatches(
    commands,
    'first',
    [{ events: [sourceEvent({ countQuality: 'session-total' })] }],
    'claude-code',
  );
  const [project] = commands.getProjects();
  commands.saveBudget(
    { scope: 'all', scopeKey: '', fromMonth: month, unit: 'tokens', amount: 100, thresholds: [80] },
    testNow,
  );
  const paid = { id: 's', name: 'Max', source: 'claude-code', monthlyNanoUsd: 1e11, from: '2026-11-01' };
  commands.saveSubscription({ ...paid, to: null }, testNow);
  const read = createReader((reads) => Promise.resolve(commands.readTogether(reads)), vi.fn());
  const marked = { inexactCount: 1 };
  expect(commands.getBudgetStates(month)).toMatchObject([{ use: marked }]);
  expect(commands.getPriceOverview().models).toMatchObject([marked]);
  expect(commands.getProjectPaths(project!.id)).toMatchObject([marked]);
  expect(await readSubscriptionUsage(read, rangeOf(month))).toMatchObject([
    { ...marked, projects: [marked] },
  ]);
  expect(JSON.stringify(commands.getPlanWindows(testNow + 60_000))).toContain('"inexactCount":1');
});

const sumOf = (list: readonly { inexactCount: number }[]) =>
  list.reduce((sum, { inexactCount }) => sum + inexactCount, 0);

function expectFile([head = [], ...rows]: CsvCell[][], count: number): void {
  const column = head.indexOf('Inexact events');
  expect(column, String(head)).toBeGreaterThan(0);
  expect(rows.reduce((sum, row) => sum + Number(row[column]), 0)).toBe(count);
}

async function textOf({ parts }: ExportChoice): Promise<string> {
  let text = '';
  for await (const part of await parts(plainCsv)) text += part;
  return text;
}
