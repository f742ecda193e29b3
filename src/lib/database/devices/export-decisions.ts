import type { Connection } from '../context';
import { storedColumns } from '../events/event-columns';
import { isManual } from '../events/event-key';
import { dimensionsOf, makeFile } from './outgoing';

/** Omits costs: every device computes them with its own prices. */
const columns = storedColumns
  .map((name) => (name === 'cost_nano_usd' || name === 'price' ? `NULL AS ${name}` : name))
  .join(', ');

/** Manual events, and events that a user has moved, whose keys are in the registers. */
const rows = (table: string) => `SELECT id, ${columns} FROM main.${table} WHERE id IN (
    SELECT id FROM main.${table} AS row WHERE ${isManual('row')} UNION ALL
    SELECT id FROM main.${table} WHERE key IN (
      SELECT unhex(id) FROM main.registers WHERE kind = 'event' AND length(id) = 32)) ORDER BY id`;

/**
 * Projects and moved events refer to their imports, but the records are in other files. So these rows count less than
 * those that come with records, and `getSharedImports` leaves them out.
 */
const importColumns = `id, source, iif(status = 'undone', status, 'cancelled') AS status, files, files_skipped,
  files_unchanged, events_added, events_replaced, duplicates, output_not_final, started_at,
  coalesce(finished_at, updated_at) AS finished_at, iif(status = 'undone', updated_at, 0) AS updated_at`;

/**
 * All decisions known to this device, including those of other devices, and manual events, as a file for
 * `mergeDatabase` after rebuilding. It contains everything that a merge reads except records of imports, so the result
 * doesn't depend on the order in which files arrive.
 */
export function exportDecisions(connection: Connection): Uint8Array<ArrayBuffer> {
  const whole = (table: string, key: string, where = 'true') =>
    `SELECT * FROM main.${table} WHERE ${where} ORDER BY ${key}`;
  const events = ['event_rows', 'deleted_event_rows'];
  return makeFile(connection, {
    projects: whole('projects', 'id'),
    event_rows: rows('event_rows'),
    deleted_event_rows: rows('deleted_event_rows'),
    ...dimensionsOf(events),
    event_projects: `SELECT * FROM main.event_projects WHERE id IN (
      ${events.map((table) => `SELECT project FROM outgoing.${table}`).join(' UNION ')}) ORDER BY id`,
    imports: `SELECT ${importColumns} FROM main.imports WHERE status = 'undone'
      OR id IN (SELECT created_by_import FROM main.projects)
      OR id IN (SELECT import_id FROM outgoing.event_imports) ORDER BY id`,
    project_paths: whole('project_paths', 'path'),
    path_names: whole('path_names', 'path'),
    chosen_projects: whole('chosen_projects', 'dedupe_key'),
    session_families: whole('session_families', 'source, session', 'session <> family'),
    registers: whole('registers', 'kind, id, field'),
    removed_events: whole('removed_events', 'key'),
    budget_warnings: whole('budget_warnings', 'scope, scope_key, month, unit, amount, threshold'),
    price_tables: whole(
      'price_tables',
      'id',
      `id IN (SELECT value ->> '$' FROM main.registers WHERE kind = 'price-table')`,
    ),
    clock: whole('clock', 'id'),
  });
}
