import type { Connection } from '../context';
import { hideCopies } from './left-out';
import { settleRemovedCalls } from './removed-calls';
import { storedColumns } from '../events/event-columns';
import { keysNamed } from '../events/event-key';
import { all, run, value } from '../sql/statements';

/**
 * Events of deleted projects and left-out copies (`copies/left-out.ts`) move to a separate table with the columns
 * of `event_rows`. The triggers on `event_rows` then take them out of every rollup, including future ones.
 */

const columns = storedColumns.join(', ');

/**
 * Moves events of deleted projects and left-out copies out of the usage. Call inside a transaction, after anything that
 * stores events. `source` limits it to the only source whose events can have changed.
 */
export function hideEvents(connection: Connection, source?: string): void {
  settleRemovedCalls(connection, source);
  hideDeleted(connection);
  hideCopies(connection, source);
}

function hideDeleted(connection: Connection): void {
  const projects = all<{ id: number }>(
    connection,
    `SELECT event_projects.id FROM projects JOIN event_projects ON event_projects.project_id = projects.id
     WHERE deleted_at IS NOT NULL AND EXISTS (SELECT 1 FROM usage_daily WHERE project_id = projects.id)`,
  );
  for (const { id } of projects) {
    const move = `INSERT INTO deleted_event_rows (${columns}) SELECT ${columns} FROM event_rows WHERE project = ?`;
    run(connection, move, [id]);
    run(connection, 'DELETE FROM event_rows WHERE project = ?', [id]);
  }
}

/** Moves matching events back into the usage, still in their project; `hideEvents` removes them again where needed. */
export function restoreEvents(
  connection: Connection,
  which: string,
  bind: readonly (string | number)[],
): number {
  const count = run(
    connection,
    `INSERT INTO event_rows (${columns}) SELECT ${columns} FROM deleted_event_rows WHERE ${which}`,
    bind,
  );
  run(connection, `DELETE FROM deleted_event_rows WHERE ${which}`, bind);
  return count;
}

/** For changes that may affect any of these events. */
export function restoreAllEvents(connection: Connection): void {
  if (hasDeletedEvents(connection)) restoreEvents(connection, 'true', []);
}

export function restoreEventsOfProject(connection: Connection, projectId: string): number {
  return restoreEvents(connection, 'project = (SELECT id FROM event_projects WHERE project_id = ?)', [
    projectId,
  ]);
}

/** For one event, whose project may be about to change. */
export function restoreEvent(connection: Connection, id: string): number {
  return restoreEvents(connection, `key IN ${keysNamed('?1')}`, [id]);
}

function hasDeletedEvents(connection: Connection): boolean {
  return value(connection, 'SELECT 1 FROM deleted_event_rows LIMIT 1') !== undefined;
}

/** For a source whose keys may be about to change. */
export function restoreEventsOfSource(connection: Connection, source: string): void {
  if (!hasDeletedEvents(connection)) return;
  restoreEvents(connection, 'kind IN (SELECT id FROM event_kinds WHERE source = ?)', [source]);
}

/** For events that a batch may replace, or whose session it may show to have begun elsewhere. */
export function restoreEventsForBatch(
  connection: Connection,
  /** Keys in hexadecimal digits. */
  batch: { source: string; keys: () => readonly string[]; sessionIds: Iterable<string> },
): void {
  if (!hasDeletedEvents(connection)) return;
  restoreEvents(connection, 'key IN (SELECT unhex(value) FROM json_each(?))', [JSON.stringify(batch.keys())]);
  restoreEvents(
    connection,
    `session IN (SELECT id FROM event_sessions WHERE source = ?1
       AND session_id IN (SELECT value FROM json_each(?2)))`,
    [batch.source, JSON.stringify([...batch.sessionIds])],
  );
}

/** For events that undoing an import may remove or move. */
export function restoreEventsForUndo(connection: Connection, importId: string): void {
  if (!hasDeletedEvents(connection)) return;
  restoreEvents(
    connection,
    `import = (SELECT id FROM event_imports WHERE import_id = ?1)
     OR session IN (SELECT known.id FROM sessions JOIN event_sessions AS known
       ON known.source = sessions.source AND known.session_id = sessions.session_id WHERE import_id = ?1)`,
    [importId],
  );
}
