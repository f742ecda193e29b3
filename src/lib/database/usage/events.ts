import type { StoredUsageEvent, UsageEventPage } from '../../model/usage-event-page';
import type { UsageEventQuery } from '../../protocol/commands';
import type { DatabaseContext } from '../context';
import { all } from '../sql/statements';

const shown =
  `project_id, event_type, llm_mode, source, session_id, provider, model, path, input_tokens, cache_read_tokens,
  cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, prompt_tokens, completion_tokens,
  total_tokens, occurred_at, date, granularity, is_output_final, recorded_cost_nano_usd, cost_nano_usd, cost_basis,
  price_rule, service_tier, count_quality`.split(/,\s*/);
const columns = `event.dedupe_key AS id, event.row_id AS row, ${shown.map((column) => `event.${column}`).join(', ')},
  (SELECT project_id FROM chosen_projects WHERE dedupe_key = event.dedupe_key) AS chosen_project_id`;

/** The projects of a page of events: all, those of a list (JSON), or one. */
export type ProjectSelection = 'all' | 'some' | 'one';

// The unary + keeps the index to the bounds of the days: beyond them it reads nothing.
const days = 'day.date BETWEEN ?1 AND min(?2, ?3) AND (+day.date, day.project_id) <= (?3, ?4)';
const daysOf: Record<ProjectSelection, string> = {
  all: days,
  some: `${days} AND +day.project_id IN (SELECT value FROM json_each(?5))`,
  one: 'day.project_id = ?5 AND day.date BETWEEN ?1 AND min(?2, ?3)',
};

/**
 * The rollup provides the days and projects, so that a page is found by index in a history of any length. Within the
 * day and project in which the previous page ended, it continues after that event's time and row. Only the events of
 * one day and project are sorted at a time, as two numbers each, before the columns of the page's events are read.
 */
export const eventPage = (whose: ProjectSelection): string => `WITH page AS MATERIALIZED (
  SELECT row.id, day.date, day.project_id, row.occurred_at
  FROM usage_daily AS day CROSS JOIN event_projects AS project ON project.project_id = day.project_id
    CROSS JOIN event_rows AS row ON row.project = project.id AND row.day = unixepoch(day.date) / 86400
    CROSS JOIN usage_events AS event ON event.row_id = row.id
  WHERE ${daysOf[whose]}
    AND (+day.date, day.project_id, row.occurred_at, row.id) < (?3, ?4, ?6, ?7)
    AND (?8 IS NULL OR event.source = ?8) AND (?9 IS NULL OR coalesce(event.model, '') = ?9)
    AND (?10 IS NULL OR event.event_type = ?10) AND (?11 IS NULL OR coalesce(event.path, '') = ?11)
    AND (?13 IS NULL OR strftime('%u', day.date) - 1 = ?14)
    AND (?13 IS NULL OR EXISTS (SELECT 1 FROM usage_hourly AS cut
      WHERE cut.date = day.date AND cut.hour = ?13 AND cut.project_id = day.project_id))
    AND (?13 IS NULL OR row.hour = ?13)
  ORDER BY day.date DESC, day.project_id DESC, row.occurred_at DESC, row.id DESC LIMIT ?12)
  SELECT ${columns} FROM page CROSS JOIN usage_events AS event ON event.row_id = page.id
  ORDER BY page.date DESC, page.project_id DESC, page.occurred_at DESC, page.id DESC`;

/** One page of events, newest day first. Reads only events that it returns or that a filter rejects. */
export function getUsageEvents(database: DatabaseContext, query: UsageEventQuery): UsageEventPage {
  const { from, to, projectIds, source, model, eventType, path, weekHour, after, limit } = query;
  const start = after ?? {
    date: to,
    // Sorts after every id.
    projectId: '\u{10ffff}',
    occurredAt: Number.MAX_SAFE_INTEGER,
    row: Number.MAX_SAFE_INTEGER,
  };
  const [only, ...others] = projectIds ?? [];
  const isOne = only !== undefined && others.length === 0;
  const whose = projectIds === undefined ? 'all' : isOne ? 'one' : 'some';
  const events = all<StoredUsageEvent>(database, eventPage(whose), [
    ...[from, to, start.date, start.projectId],
    isOne ? only : JSON.stringify(projectIds ?? null),
    ...[start.occurredAt, start.row],
    ...[source ?? null, model ?? null, eventType ?? null, path ?? null],
    limit,
    ...[weekHour?.hour ?? null, weekHour?.weekday ?? null],
  ]);
  const last = events.length < limit ? undefined : events.at(-1);
  const next = last && {
    date: last.date,
    projectId: last.projectId,
    occurredAt: last.occurredAt,
    row: last.row,
  };
  return { events, next: next ?? null };
}
