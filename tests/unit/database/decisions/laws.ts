import { expect } from 'vitest';
import { usageGroupKeys } from '../../../../src/lib/model/usage-stats';
import type { TestDatabase } from '../open';
import { always, readAll, rows } from './contents';

/** Every view sums to the same total, and the rollups are the sums of the events. */
export function expectLaws(test: TestDatabase): void {
  const { commands } = test;
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  const [[stored]] = rows(test, 'SELECT coalesce(sum(total_tokens), 0) FROM usage_events') as [[number]];
  const sum = (list: readonly { totalTokens: number }[]) =>
    list.reduce((all, each) => all + each.totalTokens, 0);
  expect(sum(commands.getUsageTotals(always, null))).toBe(stored);
  for (const by of usageGroupKeys) {
    expect(sum(commands.getUsageTotals(always, by))).toBe(stored);
    expect(sum(commands.getUsageSeries(always, 'day', by))).toBe(stored);
  }
  const { hours, tokensWithoutHour } = commands.getUsageHours(always);
  expect(sum(hours) + tokensWithoutHour).toBe(stored);
  // tokensWithoutHour is what is left of the total: the events say it by themselves.
  expect(rows(test, 'SELECT coalesce(sum(total_tokens), 0) FROM usage_events WHERE hour IS NULL')).toEqual([
    [tokensWithoutHour],
  ]);
  expect(sum(commands.getUsageTimeline(always, 'month'))).toBe(stored);
  expect(sum(commands.getUsageTimeline(always, 'day'))).toBe(stored);
  const month = commands.getAllUsageStats('2026-11');
  expect(sum(month.projects)).toBe(month.global.totalTokens);
  const projects = commands.getProjects();
  expect(
    sum(projects.flatMap(({ id }) => commands.getUsageTotals({ ...always, projectIds: [id] }, null))),
  ).toBe(stored);
  const ids = projects.map(({ id }) => id);
  const all = readAll(test);
  expect(sum(all)).toBe(stored);
  // Of one each, of some together, and of all: the same events in the same order.
  expect(sum(ids.flatMap((id) => readAll(test, [id])))).toBe(stored);
  expect(readAll(test, ids)).toEqual(all);
  expect(readAll(test, ids.slice(1))).toEqual(all.filter(({ projectId }) => projectId !== ids[0]));
}
