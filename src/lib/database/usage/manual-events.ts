import { civilHour } from '../../model/civil-time';
import { isPlausible } from '../../model/time-limits';
import type { CallRecord } from '../../model/usage-event';
import type { NewUsageEvent } from '../../protocol/commands';
import { forgetOtherChoice } from '../projects/chosen-projects';
import type { DatabaseContext } from '../context';
import { pricerOf } from '../prices/pricer';
import { nextStamp } from '../projects/next-stamp';
import { requireProject } from '../projects/projects';
import { reportingTimeZone } from '../settings/settings';
import { badInput, notFound } from '../sql/check-argument';
import type { EventRow } from '../events/event-columns';
import { keysNamed } from '../events/event-key';
import { RowWriter } from '../events/row-writer';
import { all, run, value } from '../sql/statements';

const manual = 'manual';

/**
 * Stores one manual event. Idempotent by id.
 * @throws `NotFound` for its project, `BadInput` for a time before 2020 or more than two days ahead
 */
export function recordUsageEvent(database: DatabaseContext, event: NewUsageEvent): string {
  if (find(database, event.id) === undefined) store(database, event, afterRemoval(database, event.id), null);
  return event.id;
}

/** Replaces all fields of a manual event. @throws as `recordUsageEvent` and `deleteUsageEvent` */
export function updateUsageEvent(database: DatabaseContext, event: NewUsageEvent, updatedAt: number): void {
  const known = find(database, event.id);
  if (known === undefined) throw notFound('event');
  requireManual(known);
  store(database, event, updatedAt, known.row);
}

/**
 * Deletes a manual event; recording it again with its id restores it. Idempotent.
 * @throws `BadInput` for an event from a log or export, which users can't change
 */
export function deleteUsageEvent(database: DatabaseContext, id: string): boolean {
  const known = find(database, id);
  if (known === undefined) return false;
  requireManual(known);
  // So that merging another device's database doesn't restore it.
  run(
    database,
    `INSERT INTO removed_events (key, removed_at)
     SELECT key, max(?2, created_at + updated_after) FROM event_rows WHERE id = ?1
     ON CONFLICT (key) DO UPDATE SET removed_at = excluded.removed_at`,
    [known.row, nextStamp(database)],
  );
  return run(database, 'DELETE FROM event_rows WHERE id = ?', [known.row]) > 0;
}

/** Later than the event's deletion, so that entering it again wins in a merge. */
function afterRemoval(database: DatabaseContext, id: string): number {
  const removedAt = value(database, 'SELECT removed_at FROM removed_events WHERE key = ?', [id]);
  return Math.max(database.now(), Number(removedAt ?? -1) + 1);
}

interface Known {
  row: number;
  source: string;
}

function find(database: DatabaseContext, id: string): Known | undefined {
  return all<Known>(
    database,
    `SELECT event.id AS row, kind.source FROM event_rows AS event JOIN event_kinds AS kind ON kind.id = event.kind
     WHERE event.key IN ${keysNamed('?1')}`,
    [id],
  )[0];
}

function requireManual({ source }: Known): void {
  if (source !== manual) throw badInput('not-entered-by-hand');
}

/** `row` is the id of the row to change; null adds one. */
function store(database: DatabaseContext, event: NewUsageEvent, updatedAt: number, row: number | null): void {
  requireProject(database, event.projectId);
  if (!isPlausible(event.occurredAt, database.now())) {
    throw badInput('event-time-out-of-range');
  }
  forgetOtherChoice(database, event.id, event.projectId);
  const writer = new RowWriter(database, { source: manual, importId: null, createdAt: updatedAt });
  if (row === null) writer.insert(rowOf(database, event));
  else writer.replace(row, rowOf(database, event));
}

function rowOf(database: DatabaseContext, given: NewUsageEvent): EventRow {
  const { id, projectId, ...event } = given;
  const found = civilHour(event.occurredAt, reportingTimeZone(database));
  const record: CallRecord = {
    ...event,
    sessionId: null,
    path: null,
    granularity: 'moment',
    position: 0,
    isOutputFinal: true,
  };
  const cost = pricerOf(database).costOf(record);
  return { key: id, family: null, event: record, found: { ...found, projectId, ...cost } };
}
