import { splitIntoMonths } from '../../model/ranges';
import type { GroupUsage, SeriesUsage, TimelineUsage, UsageGroupKey } from '../../model/usage-stats';
import type { CachedUsage } from '../../prices/cache-saving';
import type { CostedUsage } from '../../prices/divide-cost';
import type { UsageFilter } from '../../protocol/commands';
import type { DatabaseContext } from '../context';
import { all } from '../sql/statements';
import * as sql from './usage-sql';

/**
 * Totals of the range by key, largest first. Without a key to group by, one row whose key is null. Reads only
 * rollups.
 */
export function getUsageTotals(
  database: DatabaseContext,
  filter: UsageFilter,
  by: UsageGroupKey | null,
): GroupUsage[] {
  const { stretches, args } = split(filter, 'month');
  const rows = all<GroupUsage>(database, sql.usageTotals(narrowedTo(filter), stretches, by), args);
  return by === null ? rows.map((row) => ({ ...row, key: null })) : rows;
}

/** Totals of each day or month with usage, ascending. Reads only rollups. */
export function getUsageTimeline(
  database: DatabaseContext,
  filter: UsageFilter,
  step: sql.TimeStep,
): TimelineUsage[] {
  const { stretches, args } = split(filter, step);
  return all(database, sql.usageTimeline(narrowedTo(filter), stretches, step), args);
}

/** Tokens of each day or month by key, ascending by time. Reads only rollups. */
export function getUsageSeries(
  database: DatabaseContext,
  filter: UsageFilter,
  step: sql.TimeStep,
  by: UsageGroupKey,
): SeriesUsage[] {
  const { stretches, args } = split(filter, step);
  return all(database, sql.usageSeries(narrowedTo(filter), stretches, step, by), args);
}

/** The tokens that models in the cloud read from caches and wrote to them. Reads only rollups. */
export function getCachedUsage(
  database: DatabaseContext,
  filter: UsageFilter,
  step: sql.TimeStep,
): CachedUsage[] {
  const { stretches, args } = split(filter, step);
  return all(database, sql.cachedUsage(narrowedTo(filter), stretches, step), args);
}

/** Tokens and costs of each model, by time and other keys. Reads only rollup rows with a cost. */
export function getCostedUsage(
  database: DatabaseContext,
  filter: UsageFilter,
  step: sql.TimeStep,
  by: readonly sql.CostGroup[],
): CostedUsage[] {
  const { stretches, args } = split(filter, step);
  return all(database, sql.costedUsage(narrowedTo(filter), stretches, step, by), args);
}

/** The same by day, project, source and type, for the models of rows that were read in steps of `step`. */
export function getDaysOfCostedUsage(
  database: DatabaseContext,
  filter: UsageFilter,
  step: sql.TimeStep,
  rows: readonly CostedUsage[],
): CostedUsage[] {
  const { stretches, args } = split(filter, 'day');
  const query = sql.costedUsage(
    ...([narrowedTo(filter), stretches, 'day', ['project_id', 'source', 'event_type'], step] as const),
  );
  const some = rows.map(({ time, model, provider, llmMode }) => [time, model ?? '', provider ?? '', llmMode]);
  return all(database, query, [...args, JSON.stringify(some)]);
}

function narrowedTo(filter: UsageFilter): sql.UsageSqlFilter {
  return {
    projects: filter.projectIds !== undefined,
    model: filter.model !== undefined,
    source: filter.source !== undefined,
    eventType: filter.eventType !== undefined,
    path: filter.path !== undefined,
  };
}

/** The rollups that cover the range, and the arguments of their queries. */
function split(filter: UsageFilter, step: sql.TimeStep): { stretches: sql.Stretch[]; args: string[] } {
  const { months, days } = step === 'month' ? splitIntoMonths(filter) : { months: undefined, days: [filter] };
  const parts = [
    ...(months === undefined ? [] : [{ stretch: 'month' as const, ...months }]),
    ...days.map(({ from, to }) => ({ stretch: 'day' as const, from, to })),
  ];
  const { projectIds, model, source, eventType, path } = filter;
  const projects = projectIds === undefined ? [] : [JSON.stringify(projectIds)];
  const narrowed = [model, source, eventType, path].filter((each) => each !== undefined);
  return {
    stretches: parts.map(({ stretch }) => stretch),
    args: parts.flatMap(({ from, to }) => [...projects, from, to, ...narrowed]),
  };
}
