import type { Connection } from '../context';
import { all, run, value } from '../sql/statements';

/**
 * Events of deleted projects are kept outside of `usage_events`, so that every rollup, whoever adds one, leaves them out
 * by its own triggers. Each is kept as JSON of all columns: a later migration may add some.
 */

interface Column {
  name: string;
  dfltValue: string | null;
}

/** Moves what stands in deleted projects out of the usage. Inside a transaction, at the end of whatever stores events. */
export function setAsideDeleted(connection: Connection): void {
  const projects = all<{ id: string }>(
    connection,
    `SELECT id FROM projects WHERE deleted_at IS NOT NULL
       AND EXISTS (SELECT 1 FROM usage_daily WHERE project_id = projects.id)`,
  );
  for (const { id } of projects) {
    const fields = columnsOf(connection).map(({ name }) => `'${name}', ${name}`);
    run(
      connection,
      `INSERT INTO deleted_usage_events (dedupe_key, project_id, source, session_id, import_id, event)
       SELECT dedupe_key, project_id, source, session_id, import_id, json_object(${fields.join(', ')})
       FROM usage_events WHERE project_id = ?`,
      [id],
    );
    run(connection, 'DELETE FROM usage_events WHERE project_id = ?', [id]);
  }
}

/** Makes them usage again, still of their deleted project; `setAsideDeleted` puts back what stays deleted. */
function bringBack(connection: Connection, which: string, bind: readonly (string | number)[]): number {
  const columns = columnsOf(connection);
  const values = columns.map(({ name, dfltValue }) =>
    dfltValue === null
      ? `event ->> '${name}'`
      : `iif(event -> '${name}' IS NULL, ${dfltValue}, event ->> '${name}')`,
  );
  // The columns of its own know the newest project.
  const selected = values.map((each, index) => (columns[index]?.name === 'project_id' ? 'project_id' : each));
  const count = run(
    connection,
    `INSERT INTO usage_events (${columns.map(({ name }) => name).join(', ')})
     SELECT ${selected.join(', ')} FROM deleted_usage_events WHERE ${which}`,
    bind,
  );
  run(connection, `DELETE FROM deleted_usage_events WHERE ${which}`, bind);
  return count;
}

export function bringBackProject(connection: Connection, projectId: string): number {
  return bringBack(connection, 'project_id = ?', [projectId]);
}

/** One event of a deleted project, which may be about to get another. */
export function bringBackEvent(connection: Connection, key: string): number {
  return bringBack(connection, 'dedupe_key = ?', [key]);
}

function hasDeletedEvents(connection: Connection): boolean {
  return value(connection, 'SELECT 1 FROM deleted_usage_events LIMIT 1') !== undefined;
}

/** All of a source, whose keys may be about to change. */
export function bringBackSource(connection: Connection, source: string): void {
  if (hasDeletedEvents(connection)) bringBack(connection, 'source = ?', [source]);
}

/** Those that a batch may know better, or whose session may turn out to have begun elsewhere. */
export function bringBackForBatch(
  connection: Connection,
  batch: { source: string; keys: readonly string[]; sessionIds: Iterable<string> },
): void {
  if (!hasDeletedEvents(connection)) return;
  bringBack(connection, 'dedupe_key IN (SELECT value FROM json_each(?))', [JSON.stringify(batch.keys)]);
  bringBack(connection, 'source = ?1 AND session_id IN (SELECT value FROM json_each(?2))', [
    batch.source,
    JSON.stringify([...batch.sessionIds]),
  ]);
}

/** Those that undoing an import may remove or move. */
export function bringBackForUndo(connection: Connection, importId: string): void {
  if (!hasDeletedEvents(connection)) return;
  bringBack(
    connection,
    `import_id = ?1 OR (source, session_id) IN (SELECT source, session_id FROM sessions WHERE import_id = ?1)`,
    [importId],
  );
}

function columnsOf(connection: Connection): Column[] {
  return all<Column>(connection, "SELECT name, dflt_value FROM pragma_table_info('usage_events')");
}
