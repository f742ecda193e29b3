import { civilHour } from '../../model/civil-date';
import { withTotals } from '../../model/tokens';
import type { NewUsageEvent } from '../../protocol/commands';
import { forgetOtherChoice } from '../projects/chosen-projects';
import type { DatabaseContext } from '../context';
import { requireProject } from '../projects/projects';
import { reportingTimeZone } from '../upkeep/settings';
import { earliestTime } from '../imports/source-events';
import { badInput, notFound } from '../sql/check-argument';
import { tokenColumns } from '../sql/columns';
import { run, value } from '../sql/statements';

const twoDays = 2 * 24 * 60 * 60 * 1000;

/** What a person gives and may change; `given` has their values in this order, from the second argument on. */
const columns = [
  ...['project_id', 'event_type', 'llm_mode', 'provider', 'model'],
  ...tokenColumns,
  ...['occurred_at', 'date', 'hour', 'updated_at'],
];
const insert = `INSERT INTO usage_events (dedupe_key, ${columns.join(', ')}, source, created_at)
  VALUES (?1, ${columns.map((_, index) => `?${index + 2}`).join(', ')}, 'manual', ?${columns.length + 1})`;
const update = `UPDATE usage_events SET ${columns.map((name, index) => `${name} = ?${index + 2}`).join(', ')}
  WHERE dedupe_key = ?1`;

/**
 * Stores one event that was entered or measured by hand. The same id again changes nothing.
 * @throws `NotFound` for its project, `BadInput` for a time before 2020 or more than two days ahead
 */
export function recordUsageEvent(database: DatabaseContext, event: NewUsageEvent): string {
  if (sourceOf(database, event.id) === undefined) store(database, insert, event, database.now());
  return event.id;
}

/** Sets everything about an event that was entered by hand. @throws as recording, and as `deleteUsageEvent` */
export function updateUsageEvent(database: DatabaseContext, event: NewUsageEvent, updatedAt: number): void {
  requireManual(sourceOf(database, event.id));
  store(database, update, event, updatedAt);
}

/**
 * Deletes an event that was entered by hand; recording it again with its id brings it back. Again it changes nothing.
 * @throws `BadInput` for an event that a log or export holds: its numbers are not the user's to change
 */
export function deleteUsageEvent(database: DatabaseContext, id: string): boolean {
  const source = sourceOf(database, id);
  if (source === undefined) return false;
  requireManual(source);
  return run(database, 'DELETE FROM usage_events WHERE dedupe_key = ?', [id]) > 0;
}

function sourceOf(database: DatabaseContext, id: string) {
  return value(database, 'SELECT source FROM usage_events WHERE dedupe_key = ?', [id]);
}

function requireManual(source: ReturnType<typeof sourceOf>): void {
  if (source === undefined) throw notFound('event');
  if (source !== 'manual') throw badInput('Only events that were entered by hand can be changed or deleted.');
}

function store(database: DatabaseContext, sql: string, event: NewUsageEvent, updatedAt: number): void {
  requireProject(database, event.projectId);
  if (event.occurredAt < earliestTime || event.occurredAt > database.now() + twoDays) {
    throw badInput('The time of a usage event must lie between 2020-01-01 and the day after tomorrow.');
  }
  forgetOtherChoice(database, event.id, event.projectId);
  run(database, sql, [event.id, ...given(database, event, updatedAt)]);
}

function given(database: DatabaseContext, event: NewUsageEvent, updatedAt: number) {
  const { projectId, eventType, llmMode, provider, model, occurredAt } = event;
  const totals = withTotals(event);
  const { date, hour } = civilHour(occurredAt, reportingTimeZone(database));
  return [
    ...[projectId, eventType, llmMode, provider, model],
    ...[totals.inputTokens, totals.cacheReadTokens, totals.cacheWrite5mTokens, totals.cacheWrite1hTokens],
    ...[totals.outputTokens, totals.reasoningTokens],
    ...[totals.promptTokens, totals.completionTokens, totals.totalTokens],
    ...[occurredAt, date, hour, updatedAt],
  ];
}
