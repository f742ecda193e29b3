import { expect } from 'vitest';
import { usageGroupKeys, type CostSums } from '../../../../src/lib/model/usage-stats';
import type { TestDatabase } from '../open';
import { always, readAll, rows } from './contents';

/** Every view adds up to the same total, and the rollups equal the sums of the events. */
export function expectLaws(test: TestDatabase): void {
  const { commands } = test;
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  expectSums(test);
  const month = commands.getAllUsageStats('2026-11');
  expect(sumsOf(month.projects)).toEqual(sumsOf([month.global]));
  expect(sumsOf([month.global])).toEqual(storedSums(test, "date LIKE '2026-11-%'"));
  const stored = storedSums(test);
  const projects = commands.getProjects();
  expect(
    sumsOf(projects.flatMap(({ id }) => commands.getUsageTotals({ ...always, projectIds: [id] }, null))),
  ).toEqual(stored);
  const ids = projects.map(({ id }) => id);
  const all = readAll(test);
  expect(sumsOf(all.map(withSums))).toEqual(stored);
  // Reading one project, some, or all of them gives the same events in the same order.
  expect(sumsOf(ids.flatMap((id) => readAll(test, [id])).map(withSums))).toEqual(stored);
  expect(readAll(test, ids)).toEqual(all);
  expect(readAll(test, ids.slice(1))).toEqual(all.filter(({ projectId }) => projectId !== ids[0]));
}

/** Tokens, costs and unpriced tokens: each view adds up to the events. */
function expectSums(test: TestDatabase): void {
  const { commands } = test;
  const all = storedSums(test);
  expect(sumsOf(commands.getUsageTotals(always, null))).toEqual(all);
  for (const by of usageGroupKeys) {
    expect(sumsOf(commands.getUsageTotals(always, by))).toEqual(all);
    expect(sumsOf(commands.getUsageSeries(always, 'day', by))).toEqual(all);
  }
  expect(sumsOf(commands.getUsageTimeline(always, 'month'))).toEqual(all);
  expect(sumsOf(commands.getUsageTimeline(always, 'day'))).toEqual(all);
  const usage = commands.getUsageHours(always);
  expect(sumsOf(usage.hours)).toEqual(storedSums(test, 'hour IS NOT NULL'));
  expect([usage.tokensWithoutHour, usage.costNanoUsdWithoutHour, usage.unpricedTokensWithoutHour]).toEqual(
    storedSums(test, 'hour IS NULL'),
  );
}

interface Sums extends CostSums {
  totalTokens: number;
}

/** Tokens, nano-dollars and unpriced tokens of the events. */
function storedSums(test: TestDatabase, where = 'true') {
  return rows(
    test,
    `SELECT coalesce(sum(total_tokens), 0), coalesce(sum(cost_nano_usd), 0),
       coalesce(sum(iif(cost_nano_usd IS NULL, total_tokens, 0)), 0) FROM usage_events WHERE ${where}`,
  )[0];
}

const sumsOf = (list: readonly Sums[]) => [
  list.reduce((all, each) => all + each.totalTokens, 0),
  list.reduce((all, each) => all + each.costNanoUsd, 0),
  list.reduce((all, each) => all + each.unpricedTokens, 0),
];

const withSums = ({
  totalTokens,
  costNanoUsd,
}: {
  totalTokens: number;
  costNanoUsd: number | null;
}): Sums => ({
  ...{ totalTokens, costNanoUsd: costNanoUsd ?? 0 },
  unpricedTokens: costNanoUsd === null ? totalTokens : 0,
});
