import type { Connection } from '../context';
import { setAsideLeftOut } from '../copies/left-out';
import { settleRemovedCalls } from '../copies/removed-calls';
import { storedColumns } from '../events/event-columns';
import { keysNamed } from '../events/event-key';
import { all, run, value } from '../sql/statements';

/**
 * Events of deleted projects, and those that were left out as copies (`copies/left-out.ts`), are kept outside of
 * `event_rows`, in a table of the same columns, so that every rollup, whoever adds one, leaves them out by its own triggers.
 */

const columns = storedColumns.join(', ');

/**
 * Moves what stands in deleted projects, or was left out as copies, out of the usage. Inside a transaction, at the end of
 * whatever stores events; `source` if only events of that one can have changed.
 */
export function setAside(connection: Connection, source?: string): void {
  settleRemovedCalls(connection, source);
  setAsideDeleted(connection);
  setAsideLeftOut(connection, source);
}

function setAsideDeleted(connection: Connection): void {
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

/** Makes them usage again, still of their deleted project; `setAside` puts back what stays out. */
export function bringBack(connection: Connection, which: string, bind: readonly (string | number)[]): number {
  const count = run(
    connection,
    `INSERT INTO event_rows (${columns}) SELECT ${columns} FROM deleted_event_rows WHERE ${which}`,
    bind,
  );
  run(connection, `DELETE FROM deleted_event_rows WHERE ${which}`, bind);
  return count;
}

/** All of them, before something that may concern any. */
export function bringBackAll(connection: Connection): void {
  if (hasDeletedEvents(connection)) bringBack(connection, 'true', []);
}

export function bringBackProject(connection: Connection, projectId: string): number {
  return bringBack(connection, 'project = (SELECT id FROM event_projects WHERE project_id = ?)', [projectId]);
}

/** One event of a deleted project, which may be about to get another. */
export function bringBackEvent(connection: Connection, id: string): number {
  return bringBack(connection, `key IN ${keysNamed('?1')}`, [id]);
}

function hasDeletedEvents(connection: Connection): boolean {
  return value(connection, 'SELECT 1 FROM deleted_event_rows LIMIT 1') !== undefined;
}

/** All of a source, whose keys may be about to change. */
export function bringBackSource(connection: Connection, source: string): void {
  if (!hasDeletedEvents(connection)) return;
  bringBack(connection, 'kind IN (SELECT id FROM event_kinds WHERE source = ?)', [source]);
}

/** Those that a batch may know better, or whose session may turn out to have begun elsewhere. */
export function bringBackForBatch(
  connection: Connection,
  /** The keys in hexadecimal digits. */
  batch: { source: string; keys: () => readonly string[]; sessionIds: Iterable<string> },
): void {
  if (!hasDeletedEvents(connection)) return;
  bringBack(connection, 'key IN (SELECT unhex(value) FROM json_each(?))', [JSON.stringify(batch.keys())]);
  bringBack(
    connection,
    `session IN (SELECT id FROM event_sessions WHERE source = ?1
       AND session_id IN (SELECT value FROM json_each(?2)))`,
    [batch.source, JSON.stringify([...batch.sessionIds])],
  );
}

/** Those that undoing an import may remove or move. */
export function bringBackForUndo(connection: Connection, importId: string): void {
  if (!hasDeletedEvents(connection)) return;
  bringBack(
    connection,
    `import = (SELECT id FROM event_imports WHERE import_id = ?1)
     OR session IN (SELECT known.id FROM sessions JOIN event_sessions AS known
       ON known.source = sessions.source AND known.session_id = sessions.session_id WHERE import_id = ?1)`,
    [importId],
  );
}
