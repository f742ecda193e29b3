import { expect } from 'vitest';
import { usageGroupKeys, type CostSums } from '../../../../src/lib/model/usage-stats';
import type { TestDatabase } from '../open';
import { always, readAll, rows } from './contents';

/** Every view adds up to the same total, and the rollups equal the sums of the events. */
export function expectLaws(test: TestDatabase): void {
  const { commands } = test;
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  expectSums(test);
  const [[stored]] = rows(test, 'SELECT coalesce(sum(total_tokens), 0) FROM usage_events') as [[number]];
  const sum = (list: readonly { totalTokens: number }[]) =>
    list.reduce((all, each) => all + each.totalTokens, 0);
  const month = commands.getAllUsageStats('2026-11');
  expect(sum(month.projects)).toBe(month.global.totalTokens);
  const projects = commands.getProjects();
  expect(
    sum(projects.flatMap(({ id }) => commands.getUsageTotals({ ...always, projectIds: [id] }, null))),
  ).toBe(stored);
  const ids = projects.map(({ id }) => id);
  const all = readAll(test);
  expect(sum(all)).toBe(stored);
  // Reading one project, some, or all of them gives the same events in the same order.
  expect(sum(ids.flatMap((id) => readAll(test, [id])))).toBe(stored);
  expect(readAll(test, ids)).toEqual(all);
  expect(readAll(test, ids.slice(1))).toEqual(all.filter(({ projectId }) => projectId !== ids[0]));
}

/** Tokens, costs and unpriced tokens: each view adds up to the events. */
function expectSums(test: TestDatabase): void {
  const { commands } = test;
  const stored = (where: string) =>
    rows(
      test,
      `SELECT coalesce(sum(total_tokens), 0), coalesce(sum(cost_nano_usd), 0),
         coalesce(sum(iif(cost_nano_usd IS NULL, total_tokens, 0)), 0) FROM usage_events WHERE ${where}`,
    )[0];
  const sums = (list: readonly (CostSums & { totalTokens: number })[]) => [
    list.reduce((all, each) => all + each.totalTokens, 0),
    list.reduce((all, each) => all + each.costNanoUsd, 0),
    list.reduce((all, each) => all + each.unpricedTokens, 0),
  ];
  const all = stored('true');
  expect(sums(commands.getUsageTotals(always, null))).toEqual(all);
  for (const by of usageGroupKeys) {
    expect(sums(commands.getUsageTotals(always, by))).toEqual(all);
    expect(sums(commands.getUsageSeries(always, 'day', by))).toEqual(all);
  }
  expect(sums(commands.getUsageTimeline(always, 'month'))).toEqual(all);
  expect(sums(commands.getUsageTimeline(always, 'day'))).toEqual(all);
  const usage = commands.getUsageHours(always);
  expect(sums(usage.hours)).toEqual(stored('hour IS NOT NULL'));
  expect([usage.tokensWithoutHour, usage.costNanoUsdWithoutHour, usage.unpricedTokensWithoutHour]).toEqual(
    stored('hour IS NULL'),
  );
}
