import type { SourceSession } from '../../model/usage-event';
import type { BatchResult } from '../../protocol/commands';
import { badInput } from '../sql/check-argument';
import { keepChosen } from '../projects/chosen-projects';
import type { DatabaseContext } from '../context';
import { hideEvents, restoreEventsForBatch, restoreEventsOfSource } from '../copies/deleted-events';
import { keyText } from '../events/event-key';
import { importedRow } from './event-rows';
import type { OpenedBatch } from './open-batch';
import { keepPlanLimits } from '../settings/plan-limits';
import { requireImport } from './imports';
import { pricerOf } from '../prices/pricer';
import { namePaths } from '../projects/path-names';
import { ProjectFinder } from '../projects/project-paths';
import {
  keepEarlier,
  readBeginnings,
  reassignSession,
  sessionsWithEvents,
  storeSessions,
  type Beginnings,
} from '../projects/sessions';
import { inFamilies, linkSessions } from './session-families';
import { reportingTimeZone } from '../settings/settings';
import { all, run, value } from '../sql/statements';
import type { EventRow } from '../events/event-columns';
import { countNotFinal, storeEvents } from '../events/store-events';

/**
 * Stores one batch of an import's events; call inside a transaction. Idempotent, with the same result each time. How
 * events are split into batches, and their order, makes no difference.
 * @throws `NotFound` for an unknown import, `BadInput` for one that has ended
 */
export function addUsageEvents(database: DatabaseContext, batch: OpenedBatch): BatchResult {
  const { importId, source, createdAt } = batch;
  const stored = all<BatchResult>(
    database,
    'SELECT events_added, events_replaced, duplicates FROM import_batches WHERE import_id = ? AND batch = ?',
    [importId, batch.batch],
  )[0];
  if (stored) return stored;
  const before = requireImport(database, importId);
  if (before.status !== 'running') throw badInput('import-ended');

  if (batch.lineage.length > 0) restoreEventsOfSource(database, source);
  linkSessions(database, source, batch.lineage, createdAt);
  const events = inFamilies(database, source, batch.events);
  restoreEventsForBatch(database, {
    source,
    keys: () => events.map(({ key }) => keyText(key)),
    sessionIds: sessionIdsOf(batch),
  });
  keepPlanLimits(database, batch, batch.planLimits);
  namePaths(database, batch.projectNames, { importId, updatedAt: createdAt });
  const projects = new ProjectFinder(database, importId, createdAt);
  const beginnings = readBeginnings(database, source, sessionIdsOf(batch));
  const earlier = learnBeginnings(database, batch, beginnings, projects);

  const context = {
    ...{ source, projects, beginnings },
    timeZone: reportingTimeZone(database),
    pricer: pricerOf(database),
  };
  const rows = keepChosen(
    database,
    events.map((event) => importedRow(event, context)),
  );
  const mayHoldPlaceholders = before.outputNotFinal > 0 || events.some(({ event }) => !event.isOutputFinal);
  const notFinalBefore = before.outputNotFinal > 0 ? countNotFinal(database, rows, importId) : 0;
  const result = storeEvents(database, rows, { source, importId, createdAt });
  countAsReadAgain(database, rows);
  const notFinal = mayHoldPlaceholders ? countNotFinal(database, rows, importId) - notFinalBefore : 0;

  // Store nothing for a batch without changes, or reading the same folder every day would pile up sessions.
  const changedNothing = result.eventsAdded === 0 && result.eventsReplaced === 0;
  storeSessions(database, importId, source, changedNothing ? earlier : batch.sessions);
  note(database, batch, result, notFinal);
  hideEvents(database, source);
  return result;
}

function sessionIdsOf(batch: OpenedBatch): Set<string> {
  const ids = new Set(batch.sessions.map((session) => session.sessionId));
  for (const { event } of batch.events) if (event.sessionId !== null) ids.add(event.sessionId);
  return ids;
}

/** Stores the batch's sessions. Events stored before their session's beginning was known move to its project. */
function learnBeginnings(
  database: DatabaseContext,
  { source, sessions }: OpenedBatch,
  beginnings: Beginnings,
  projects: ProjectFinder,
): SourceSession[] {
  const before = new Map(beginnings);
  const earlier = new Map<string, SourceSession>();
  for (const session of sessions) {
    if (keepEarlier(beginnings, session)) earlier.set(session.sessionId, session);
  }
  // Most sessions are new, and have no events that could move.
  const withEvents = sessionsWithEvents(database, source, earlier.keys());
  for (const { sessionId, beganIn } of earlier.values()) {
    if (!withEvents.has(sessionId)) continue;
    const known = before.get(sessionId)?.beganIn ?? null;
    reassignSession(database, { source, sessionId, before: known, after: beganIn }, projects);
  }
  return [...earlier.values()];
}

/** Makes events that were permanently removed and are read again newer than their removal, whatever the clock says. */
function countAsReadAgain(database: DatabaseContext, rows: readonly EventRow[]): void {
  if (value(database, 'SELECT 1 FROM removed_events LIMIT 1') === undefined) return;
  run(
    database,
    `UPDATE event_rows SET created_at = removed_at + 1, updated_after = max(0, created_at + updated_after - removed_at - 1)
     FROM removed_events AS removed WHERE removed.key = event_rows.key AND created_at <= removed_at
       AND event_rows.key IN (SELECT unhex(value) FROM json_each(?))`,
    [JSON.stringify(rows.map(({ key }) => keyText(key)))],
  );
}

function note(database: DatabaseContext, batch: OpenedBatch, result: BatchResult, notFinal: number): void {
  const counts = [result.eventsAdded, result.eventsReplaced, result.duplicates];
  run(database, 'INSERT INTO import_batches VALUES (?, ?, ?, ?, ?)', [
    batch.importId,
    batch.batch,
    ...counts,
  ]);
  run(
    database,
    `UPDATE imports SET events_added = events_added + ?, events_replaced = events_replaced + ?,
       duplicates = duplicates + ?, output_not_final = output_not_final + ?, updated_at = ? WHERE id = ?`,
    [...counts, notFinal, batch.createdAt, batch.importId],
  );
}
