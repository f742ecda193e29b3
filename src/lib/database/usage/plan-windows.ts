import {
  planUsage,
  recordedUsage,
  weekStart,
  windowReach,
  windowSources,
  type HourOfEvents,
  type PlanUsage,
} from '../../model/plan-windows';
import type { Connection } from '../context';
import { getPlanLimits } from '../settings/plan-limits';
import { all } from '../sql/statements';

/**
 * Aggregates to hours instead of returning perhaps 50,000 events. A rollup provides the days and projects, so that
 * events are found by index. Days are in the reporting zone; one more on either side covers every zone. Daily buckets
 * have no time, so they are in no window.
 */
export const windowHours = `
  SELECT kind.source, min(first_at) AS first_at, max(last_at) AS last_at, sum(total_tokens) AS total_tokens,
    sum(cost_nano_usd) AS cost_nano_usd, sum(unpriced_tokens) AS unpriced_tokens,
    sum(iif(kind.count_quality <> 'call', event_count, 0)) AS inexact_count
  FROM (SELECT row.kind AS kind, (row.occurred_at - 1) / 3600000 AS hour, row.occurred_at > ?4 AS is_of_week,
      min(row.occurred_at) AS first_at, max(row.occurred_at) AS last_at, sum(row.total_tokens) AS total_tokens,
      coalesce(sum(row.cost_nano_usd), 0) AS cost_nano_usd,
      sum(iif(row.cost_nano_usd IS NULL, row.total_tokens, 0)) AS unpriced_tokens, count(*) AS event_count
    FROM (SELECT DISTINCT date, project_id FROM usage_daily_breakdown
        WHERE date BETWEEN date(?1 / 1000, 'unixepoch', '-1 day') AND date(?2 / 1000, 'unixepoch', '+1 day')
          AND source IN (SELECT value FROM json_each(?3))) AS day
      CROSS JOIN event_projects AS project ON project.project_id = day.project_id
      CROSS JOIN event_rows AS row ON row.project = project.id AND row.day = unixepoch(day.date) / 86400
        AND row.occurred_at BETWEEN ?1 AND ?2
    GROUP BY 1, 2, 3) AS hours
    JOIN event_kinds AS kind ON kind.id = hours.kind
  WHERE kind.source IN (SELECT value FROM json_each(?3)) AND kind.granularity = 'moment'
  GROUP BY kind.source, hour, is_of_week ORDER BY first_at`;

/** By tool; only tools with events in the last 7 days. `now` is in UTC milliseconds. */
export function getPlanWindows(connection: Connection, now: number): PlanUsage[] {
  const read = (sources: readonly string[], from: number, cutAt: number) =>
    all<HourOfEvents & { source: string }>(connection, windowHours, [
      ...[from, now, JSON.stringify(sources), cutAt],
    ]);
  const hours = read(windowSources, now - windowReach, weekStart(now));
  return windowSources.flatMap((source) => {
    const limits = getPlanLimits(connection, source);
    const recorded =
      limits === null ? null : recordedUsage(limits, now, (from) => read([source], from, from));
    const ofSource = hours.filter((each) => each.source === source);
    return planUsage(source, ofSource, now, recorded) ?? [];
  });
}
