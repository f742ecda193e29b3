import { civilHour } from '../../model/civil-date';
import type { SourceUsageEvent } from '../../model/usage-event';
import type { NewUsageEvent } from '../../protocol/commands';
import { forgetOtherChoice } from '../projects/chosen-projects';
import type { DatabaseContext } from '../context';
import { pricerOf } from '../prices/pricer';
import { requireProject } from '../projects/projects';
import { reportingTimeZone } from '../upkeep/settings';
import { earliestTime } from '../imports/source-events';
import { badInput, notFound } from '../sql/check-argument';
import { eventColumns, eventRow, positionOf, type EventRow } from './event-columns';
import { run, value } from '../sql/statements';

const twoDays = 2 * 24 * 60 * 60 * 1000;

const insert = `INSERT INTO usage_events (${eventColumns.join(', ')}, source, created_at, updated_at)
  VALUES (${eventColumns.map((_, index) => `?${index + 1}`).join(', ')}, 'manual', ?${eventColumns.length + 1}, ?${eventColumns.length + 1})`;
const update = `UPDATE usage_events SET
  ${eventColumns.map((name, index) => `${name} = ?${index + 1}`).join(', ')}, updated_at = ?${eventColumns.length + 1}
  WHERE dedupe_key = ?${positionOf('dedupe_key') + 1}`;

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
  run(database, sql, [...rowOf(database, event), updatedAt]);
}

function rowOf(database: DatabaseContext, given: NewUsageEvent): EventRow {
  const { id, projectId, ...event } = given;
  const found = civilHour(event.occurredAt, reportingTimeZone(database));
  const record: SourceUsageEvent = {
    ...event,
    dedupeKey: id,
    sessionId: null,
    path: null,
    granularity: 'moment',
    position: 0,
    isOutputFinal: true,
  };
  const cost = pricerOf(database).costOf({ ...record, source: 'manual' });
  return eventRow(record, { ...found, projectId, ...cost });
}
