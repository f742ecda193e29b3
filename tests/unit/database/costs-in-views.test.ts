import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { calendarCells } from '../../../src/lib/components/charts/calendar-cells';
import { hourCells } from '../../../src/lib/components/charts/hour-cells';
import { pointTotals } from '../../../src/lib/components/charts/series';
import * as panels from '../../../src/lib/components/export/export-panels';
import { kindCells, tableCells, timeCells, viewJson } from '../../../src/lib/components/export/export-view';
import { statementChoices } from '../../../src/lib/components/export/statement-export';
import { chartSeries } from '../../../src/lib/components/usage/chart-series';
import { groupRows } from '../../../src/lib/components/usage/group-rows';
import { plainCsv, type CsvCell } from '../../../src/lib/model/csv';
import { rangeOf } from '../../../src/lib/model/months';
import { monthPeriod } from '../../../src/lib/model/ranges';
import type { CostSums } from '../../../src/lib/model/usage-stats';
import type { Commands } from '../../../src/lib/protocol/commands';
import { claudeCode } from '../../../src/lib/sources/claude-code';
import { createReader } from '../../../src/lib/state/database/reader';
import { readStatement } from '../../../src/lib/state/view/statement';
import { groupings } from '../../../src/lib/state/view/view-address';
import { readViewUsage } from '../../../src/lib/state/view/view-usage';
import { sharedData } from '../shared-data';
import { readSource } from '../sources/read-source';
import { openTestDatabase, testNow } from './open';
import { addProject, importBatches, sourceEvent, type TestBatch } from './samples';

/** The cost of a month is the same, to the nano-dollar, in every view and in every exported file. */

vi.mock('$app/paths', () => ({ resolve: (path: string) => path }));

const sort = { column: 'cost', isAscending: false } as const;
let commands: Commands;

beforeEach(async () => {
  ({ commands } = await openTestDatabase());
});

async function expectEverywhere(month: string, cost: number, unpriced: number): Promise<void> {
  const known = commands.getProjects().map(({ id }) => ({ id, clientName: null }));
  const read = createReader((reads) => Promise.resolve(commands.readTogether(reads)), vi.fn());
  const stats = commands.getAllUsageStats(month);
  expect(costsOf([stats.global])).toEqual([cost, unpriced]);
  expect(costsOf(stats.projects)).toEqual([cost, unpriced]);

  const range = rangeOf(month);
  const days = commands.getUsageTimeline(range, 'day');
  const hours = commands.getUsageHours(range);
  const panelData = { days, ...hours };
  for (const by of groupings) {
    const view = { period: monthPeriod(month), by, comparison: 'previous', filters: {} } as const;
    const usage = await readViewUsage(read, view, `${month}-28`, { all: known });
    expect(costsOf([usage.stats]), `the cards by ${by}`).toEqual([cost, unpriced]);
    expect(costsOf(groupRows(usage, sort, 'money')), `the table by ${by}`).toEqual([cost, unpriced]);
    if (by !== 'kind') {
      const bars = pointTotals(chartSeries(usage, 'money'), usage.times.length);
      expect(
        bars.reduce((sum, each) => sum + each, 0),
        `the chart by ${by}`,
      ).toBe(cost);
      expectFile(timeCells(usage, 'UTC', 'money'), cost, unpriced);
    }
    expectFile(tableCells(usage, sort, 'money'), cost, unpriced);
    expect(kindCells(usage).reduce((sum, [, , dollars]) => sum + nanos(Number(dollars) || 0), 0)).toBe(cost);
    expectFile(timeCells(usage, 'UTC', 'tokens'), cost, unpriced);
    const json = JSON.parse(viewJson(usage, panelData, sort, 'tokens', 'UTC', 0)) as Record<
      'rows' | 'times' | 'daysOfYear',
      CostSums[]
    >;
    for (const list of [json.rows, json.times, json.daysOfYear])
      expect(costsOf(list)).toEqual([cost, unpriced]);
  }

  const byDay = new Map(days.map((day) => [day.time, day]));
  const year = calendarCells(month.slice(0, 4), byDay, `${month}-28`, 'money', () => '');
  const week = hourCells(hours.hours, 'money', () => '');
  for (const { cells } of [year, week]) expect(cells.reduce((sum, { amount }) => sum + amount, 0)).toBe(cost);
  expectFile(panels.calendarCells(panelData, 'UTC'), cost, unpriced);
  expectFile(panels.hourCells(panelData), cost, unpriced);

  const statement = await readStatement(read, '', month, { all: known });
  expect(costsOf([statement.totals])).toEqual([cost, unpriced]);
  expect(costsOf(statement.projects.flatMap(({ models }) => models))).toEqual([cost, unpriced]);
  const [csv, list] = await Promise.all(statementChoices(statement, null).map(textOf));
  expect(csv).toContain('Cost (USD)');
  const lines = JSON.parse(list ?? '') as { costUsd: number | null; unpricedTokens: number }[];
  expect(lines.reduce((sum, { costUsd }) => sum + nanos(costUsd), 0)).toBe(cost);
  expect(lines.reduce((sum, { unpricedTokens }) => sum + unpricedTokens, 0)).toBe(unpriced);
}

const costsOf = (list: readonly CostSums[]) => [
  list.reduce((sum, { costNanoUsd }) => sum + costNanoUsd, 0),
  list.reduce((sum, { unpricedTokens }) => sum + unpricedTokens, 0),
];

const nanos = (dollars: CsvCell | undefined) => Math.round(Number(dollars ?? 0) * 1e9);

/** The sum of the amounts as written into the file. */
function expectFile([head = [], ...rows]: CsvCell[][], cost: number, unpriced: number): void {
  const [costs, tokens] = [head.indexOf('Cost (USD)'), head.indexOf('Tokens without a price')];
  const written = rows.map((row) => plainCsv.formatNumber(Number(row[costs] ?? 0)));
  expect(written.reduce((sum, text) => sum + nanos(text), 0)).toBe(cost);
  expect(rows.reduce((sum, row) => sum + Number(row[tokens]), 0)).toBe(unpriced);
}

async function textOf({ parts }: ReturnType<typeof statementChoices>[number]): Promise<string> {
  let text = '';
  for await (const part of await parts(plainCsv)) text += part;
  return text;
}

it('files leave a bar or a previous period without any price empty, not 0', async () => {
  const unknown = { model: 'no-such-model', provider: null };
  const day = 86_400_000;
  const events = [
    sourceEvent({ dedupeKey: 'a' }),
    sourceEvent({ dedupeKey: 'b', occurredAt: testNow - day, ...unknown }),
    sourceEvent({ dedupeKey: 'c', path: '/w/beta' }),
    sourceEvent({ dedupeKey: 'd', path: '/w/beta', occurredAt: testNow - 31 * day, ...unknown }),
  ];
  importBatches(commands, 'first', [{ events }]);
  const known = commands.getProjects().map(({ id }) => ({ id, clientName: null }));
  const read = createReader((reads) => Promise.resolve(commands.readTogether(reads)), vi.fn());
  const view = {
    period: monthPeriod('2026-11'),
    by: 'project',
    comparison: 'previous',
    filters: {},
  } as const;
  const usage = await readViewUsage(read, view, '2026-11-15', { all: known });
  const [first, second] = timeCells(usage, 'UTC', 'money').slice(1);
  // The day, its bounds, and the cost of each project.
  expect(first?.slice(3, 5).toSorted()).toEqual([0, null]);
  expect(second?.slice(3, 5)).toEqual([943_500 / 1e9, 943_500 / 1e9]);
  const [head = [], ...rows] = tableCells(usage, sort, 'money');
  const [cost, tokens] = ['Cost (USD) Oct', 'Tokens without a price, Oct'].map((start) =>
    head.findIndex((each) => String(each).startsWith(start)),
  );
  const before = rows.map((row) => [row[cost ?? -1], row[tokens ?? -1]]);
  expect(before.toSorted()).toEqual([
    [null, 1131],
    [0, 0],
  ]);
});

it('costs and unpriced tokens are in every view and every file', async () => {
  addProject(commands, 'beta');
  const events = [
    // 3 dollars a million input, 15 output: 100 × 3,000 + 1,000 × 300 + 10 × 3,750 + 1 × 6,000 + 20 × 15,000.
    sourceEvent({ dedupeKey: 'a' }),
    sourceEvent({ dedupeKey: 'b', path: '/w/beta', model: 'no-such-model', provider: null, position: 2 }),
    sourceEvent({ dedupeKey: 'c', path: '/w/beta', llmMode: 'local', position: 3 }),
    sourceEvent({ dedupeKey: 'd', recordedCostNanoUsd: 1, countQuality: 'session-total', position: 4 }),
  ];
  importBatches(commands, 'first', [{ events }]);
  const [month = ''] = commands.getUsageMonths();
  await expectEverywhere(month, 300_000 + 300_000 + 37_500 + 6_000 + 300_000 + 1, 1_131);
});

const corpora = {
  dk: ['2025-09', 2_818_423_350],
  moredip: ['2026-01', 479_741_500],
  rand: ['2026-02', 43_604_872_800],
} as const;

for (const [name, [month, cost]] of Object.entries(corpora)) {
  const folder = sharedData(`claude-code/${name}`);
  it.skipIf(folder === null)(`the real logs of ${name}, if available, cost the same everywhere`, async () => {
    const batches: TestBatch[] = [];
    for (const file of readdirSync(folder!, { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.jsonl'))
        batches.push(await readSource(claudeCode, [readFileSync(join(folder!, file))]));
    }
    importBatches(commands, 'first', batches);
    await expectEverywhere(month, cost, 0);
  });
}

it('a cost without tokens and hour is in the file of the hours', () => {
  const without = { tokensWithoutHour: 0, unpricedTokensWithoutHour: 0, inexactCountWithoutHour: 1 };
  const file = panels.hourCells({ days: [], hours: [], costNanoUsdWithoutHour: 2_500_000_000, ...without });
  expectFile(file, 2_500_000_000, 0);
  expect(file).toHaveLength(2);
});
