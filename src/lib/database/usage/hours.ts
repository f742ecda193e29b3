import {
  noUsage,
  type HourUsage,
  type UsageHours,
  type UsageSums,
  type WeekHour,
} from '../../model/usage-stats';
import { rollupSums } from '../events/event-columns';
import type { UsageFilter } from '../../protocol/commands';
import type { DatabaseContext } from '../context';
import { all } from '../sql/statements';
import { getUsageTotals } from './usage-queries';

/** Where hours are read from: the rollup for all projects, the rollup for one, or the events of a folder. */
export type HoursSource = 'all' | 'one' | 'folder';

const hours = Array.from({ length: 24 }, (_, hour) => hour).join(', ');

// One project takes 24 lookups per day. For several, reading all projects is as fast.
const from: Record<HoursSource, string> = {
  all: `usage_hourly AS cut WHERE cut.date BETWEEN ?1 AND ?2
    AND (?3 IS NULL OR cut.project_id IN (SELECT value FROM json_each(?3))) AND ?7 IS NULL`,
  one: `usage_daily AS day CROSS JOIN usage_hourly AS cut
      ON cut.date = day.date AND cut.hour IN (${hours}) AND cut.project_id = day.project_id
    WHERE day.project_id = ?3 ->> 0 AND day.date BETWEEN ?1 AND ?2 AND ?7 IS NULL`,
  // No rollup has both folder and hour, but one has the few days and projects in which the folder occurs.
  folder: `(SELECT DISTINCT date, project_id FROM usage_daily_breakdown
        WHERE date BETWEEN ?1 AND ?2 AND path = ?7) AS day
      CROSS JOIN event_projects AS project ON project.project_id = day.project_id
      CROSS JOIN event_rows AS row ON row.project = project.id AND row.day = unixepoch(day.date) / 86400
      CROSS JOIN usage_events AS cut ON cut.row_id = row.id
    WHERE (?3 IS NULL OR day.project_id IN (SELECT value FROM json_each(?3)))
      AND row.path IS (SELECT id FROM event_paths WHERE path = ?7) AND row.hour IS NOT NULL`,
};

const ofRollup = ['total_tokens', 'event_count', 'cost_nano_usd', 'unpriced_tokens'];
const sums = (of: (column: string) => string) =>
  ofRollup.map((column) => `${of(column)} AS ${column}`).join(', ');
const sumsFrom: Record<HoursSource, string> = {
  all: sums((column) => `sum(cut.${column})`),
  one: sums((column) => `sum(cut.${column})`),
  folder: sums((column) => (rollupSums[column] ?? '').replaceAll(/(total_tokens|cost_nano_usd)/g, 'row.$1')),
};

/** Groups by day first, which needs no sorting. Weekdays count from 0, Monday. */
export const usageHours = (which: HoursSource): string => `
  SELECT strftime('%u', date) - 1 AS weekday, hour, ${sums((column) => `sum(${column})`)}
  FROM (SELECT cut.date, cut.hour, ${sumsFrom[which]}
      FROM ${from[which]}
      AND (?4 IS NULL OR coalesce(cut.model, '') = ?4) AND (?5 IS NULL OR cut.source = ?5)
      AND (?6 IS NULL OR cut.event_type = ?6)
    GROUP BY cut.date, cut.hour)
  GROUP BY 1, 2 ORDER BY 1, 2`;

/**
 * The inexact events of each hour. No rollup counts them by hour, but one has the days and projects with any, which are
 * few.
 */
const inexactHours = `
  SELECT strftime('%u', date) - 1 AS weekday, row.hour, count(*) AS inexact_count
  FROM (SELECT DISTINCT date, project_id FROM usage_daily_breakdown
      WHERE date BETWEEN ?1 AND ?2 AND inexact_count > 0
        AND (?3 IS NULL OR project_id IN (SELECT value FROM json_each(?3)))
        AND (?4 IS NULL OR model = ?4) AND (?5 IS NULL OR source = ?5)
        AND (?6 IS NULL OR event_type = ?6) AND (?7 IS NULL OR path = ?7)) AS day
    CROSS JOIN event_projects AS project ON project.project_id = day.project_id
    CROSS JOIN event_rows AS row ON row.project = project.id AND row.day = unixepoch(day.date) / 86400
    CROSS JOIN event_kinds AS kind ON kind.id = row.kind
  WHERE row.hour IS NOT NULL AND kind.count_quality <> 'call'
    AND (?4 IS NULL OR coalesce(kind.model, '') = ?4) AND (?5 IS NULL OR kind.source = ?5)
    AND (?6 IS NULL OR kind.event_type = ?6)
    AND (?7 IS NULL OR row.path IS (SELECT id FROM event_paths WHERE path = ?7))
  GROUP BY 1, 2`;

/** Usage by hour of the week. The rest of the total has no hour, because it comes from exports by day. */
export function getUsageHours(database: DatabaseContext, filter: UsageFilter): UsageHours {
  const { projectIds, model, source, eventType, path } = filter;
  const which = path !== undefined ? 'folder' : projectIds?.length === 1 ? 'one' : 'all';
  const args = [
    ...[filter.from, filter.to, projectIds === undefined ? null : JSON.stringify(projectIds)],
    ...[model ?? null, source ?? null, eventType ?? null, path ?? null],
  ];
  const total = getUsageTotals(database, filter, null)[0] ?? noUsage;
  const inexact = new Map<number, number>();
  if (total.inexactCount > 0) {
    for (const each of all<HourUsage>(database, inexactHours, args))
      inexact.set(hourOf(each), each.inexactCount);
  }
  const rows = all<Omit<HourUsage, 'inexactCount'>>(database, usageHours(which), args).map((hour) => ({
    ...hour,
    inexactCount: inexact.get(hourOf(hour)) ?? 0,
  }));
  const withoutHour = (of: (usage: HourUsage | UsageSums) => number) =>
    rows.reduce((rest, hour) => rest - of(hour), of(total));
  return {
    hours: rows,
    tokensWithoutHour: withoutHour((usage) => usage.totalTokens),
    costNanoUsdWithoutHour: withoutHour((usage) => usage.costNanoUsd),
    unpricedTokensWithoutHour: withoutHour((usage) => usage.unpricedTokens),
    inexactCountWithoutHour: withoutHour((usage) => usage.inexactCount),
  };
}

const hourOf = ({ weekday, hour }: WeekHour): number => weekday * 24 + hour;
