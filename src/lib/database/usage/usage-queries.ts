import { monthOf } from '../../model/months';
import { isWholeMonths } from '../../model/ranges';
import type { GroupUsage, SeriesUsage, TimelineUsage, UsageGroupKey } from '../../model/usage-stats';
import type { UsageFilter } from '../../protocol';
import type { DatabaseContext } from '../context';
import { all } from '../sql/statements';
import * as sql from './usage-sql';

/** Totals of the range by key, largest first; one row with the key null where there is none to group by. Reads rollups only. */
export function getUsageTotals(
  database: DatabaseContext,
  filter: UsageFilter,
  by: UsageGroupKey | null,
): GroupUsage[] {
  const rows = all<GroupUsage>(
    database,
    sql.usageTotals(narrowedTo(filter), by),
    argumentsOf(filter, by, 'month'),
  );
  return by === null ? rows.map((row) => ({ ...row, key: null })) : rows;
}

/** Totals of each day or month that has usage, ascending. Reads rollups only. */
export function getUsageTimeline(
  database: DatabaseContext,
  filter: UsageFilter,
  step: sql.TimeStep,
): TimelineUsage[] {
  return all(database, sql.usageTimeline(narrowedTo(filter), step), argumentsOf(filter, null, step));
}

/** Tokens of each day or month by key, ascending by time. Reads rollups only. */
export function getUsageSeries(
  database: DatabaseContext,
  filter: UsageFilter,
  step: sql.TimeStep,
  by: UsageGroupKey,
): SeriesUsage[] {
  return all(database, sql.usageSeries(narrowedTo(filter), step, by), argumentsOf(filter, by, step));
}

function narrowedTo(filter: UsageFilter): sql.UsageSqlFilter {
  return {
    projects: filter.projectIds !== undefined,
    model: filter.model !== undefined,
    source: filter.source !== undefined,
    eventType: filter.eventType !== undefined,
    path: filter.path !== undefined,
    wholeMonths: isWholeMonths(filter),
  };
}

function argumentsOf(filter: UsageFilter, by: UsageGroupKey | null, step: sql.TimeStep): string[] {
  const { projectIds, from, to, model, source, eventType, path } = filter;
  const projects = projectIds === undefined ? [] : [JSON.stringify(projectIds)];
  const narrowed = [model, source, eventType, path].filter((each) => each !== undefined);
  const isMonthly = sql.readsMonths(narrowedTo(filter), by, step);
  const range = isMonthly ? [monthOf(from), monthOf(to)] : [from, to];
  return [...projects, ...range, ...narrowed];
}
