import type { Connection } from '../context';
import { madeProjectId } from '../projects/made-project-id';
import { all, run } from '../sql/statements';

/** Every column that refers to a project. */
const references = [
  ['projects', 'id'],
  ['projects', 'merged_into'],
  ['project_paths', 'project_id'],
  ['chosen_projects', 'project_id'],
  ['cvs', 'project_id'],
  ['extraction_batches', 'project_id'],
  ['event_projects', 'project_id'],
  ['usage_daily', 'project_id'],
  ['usage_monthly', 'project_id'],
  ['usage_daily_breakdown', 'project_id'],
  ['usage_monthly_breakdown', 'project_id'],
  ['usage_hourly', 'project_id'],
] as const;

/**
 * Completes migration 0017, in its transaction: projects created by imports get the ids derived from their folders, and
 * the users' decisions so far get registers, each stamped with the last change of its row.
 */
export function beginRegisters(connection: Connection): void {
  renameMadeProjects(connection);
  for (const sql of registersOfRows) run(connection, sql);
  run(connection, 'INSERT INTO clock SELECT 1, coalesce(max(stamp), 0) FROM registers');
}

/** The path that a project was created for is as old as the project and was never reassigned. */
const madeOf = `SELECT projects.id, min(path) AS path FROM projects JOIN project_paths ON project_id = projects.id
  WHERE project_paths.created_at = projects.created_at AND decided_at IS NULL
    AND projects.id <> '00000000-0000-7000-8000-000000000000' GROUP BY projects.id`;

function renameMadeProjects(connection: Connection): void {
  const { sqlite3, db } = connection;
  const renamed = all<{ id: string; path: string }>(connection, madeOf).map(({ id, path }) => ({
    from: id,
    to: madeProjectId(path),
  }));
  if (renamed.length === 0) return;
  db.exec('PRAGMA defer_foreign_keys = ON; CREATE TEMP TABLE renamed (id TEXT PRIMARY KEY, new TEXT)');
  for (const { from, to } of renamed) run(connection, 'INSERT INTO temp.renamed VALUES (?, ?)', [from, to]);
  const { capi } = sqlite3;
  const triggers = (isOn: 0 | 1) =>
    db.checkRc(capi.sqlite3_db_config(db.pointer ?? 0, capi.SQLITE_DBCONFIG_ENABLE_TRIGGER, isOn, 0));
  // The totals don't change, only the id of their project.
  triggers(0);
  try {
    for (const [table, column] of references) rename(connection, table, column);
    for (const table of ['budgets', 'budget_warnings'])
      rename(connection, table, 'scope_key', "scope = 'project'");
    renamePinsBefore(connection);
  } finally {
    triggers(1);
  }
  db.exec('DROP TABLE temp.renamed');
}

function rename(connection: Connection, table: string, column: string, where = 'true'): void {
  run(
    connection,
    `UPDATE ${table} SET ${column} = (SELECT new FROM temp.renamed WHERE renamed.id = ${table}.${column})
     WHERE ${column} IN (SELECT id FROM temp.renamed) AND ${where}`,
  );
}

function renamePinsBefore(connection: Connection): void {
  run(
    connection,
    `UPDATE projects SET pins_before =
       (SELECT json_group_array(coalesce((SELECT new FROM temp.renamed WHERE renamed.id = pin.value), pin.value))
        FROM json_each(pins_before) AS pin)
     WHERE pins_before IS NOT NULL`,
  );
}

const register = (kind: string, id: string, field: string, value: string, stamp: string, from: string) =>
  `INSERT INTO registers (kind, id, field, value, stamp)
   SELECT '${kind}', ${id}, '${field}', ${value}, ${stamp} FROM ${from}`;

const ofProject = (field: string, isDecided: string) =>
  register('project', 'id', field, `json_quote(${field})`, 'updated_at', `projects WHERE ${isDecided}`);

const registersOfRows = [
  ofProject('name', 'created_by_import IS NULL'),
  ofProject('client_name', 'client_name IS NOT NULL'),
  ofProject('description', 'description IS NOT NULL'),
  ofProject('is_archived', 'is_archived = 1'),
  ofProject('deleted_at', 'deleted_at IS NOT NULL'),
  ofProject('merged_into', 'merged_into IS NOT NULL'),
  ofProject('pin_rank', 'is_pinned = 1'),
  register(
    'path',
    'path',
    '',
    "json_object('project_id', project_id, 'covers_subfolders', covers_subfolders, 'decided_at', decided_at)",
    'updated_at',
    'project_paths WHERE decided_at IS NOT NULL',
  ),
  register('event', 'dedupe_key', 'project_id', 'json_quote(project_id)', 'updated_at', 'chosen_projects'),
  register('mapping', 'id', 'name', 'json_quote(name)', 'updated_at', 'table_mappings'),
  register('mapping', 'id', 'mapping', 'json(mapping)', 'updated_at', 'table_mappings'),
  register(
    'mapping',
    'id',
    'deleted_at',
    'json_quote(deleted_at)',
    'updated_at',
    'table_mappings WHERE deleted_at IS NOT NULL',
  ),
  register(
    'setting',
    'key',
    '',
    'value',
    'updated_at',
    "settings WHERE key NOT IN ('datedIn', 'correctedCounts')",
  ),
  register(
    'budget',
    'json_array(scope, scope_key, from_month)',
    '',
    "json_object('unit', unit, 'amount', amount, 'thresholds', json(thresholds))",
    'updated_at',
    'budgets',
  ),
  register('price', 'model', '', "coalesce(json(choice), 'null')", 'updated_at', 'price_choices'),
  register('price-table', "''", '', 'json_quote(id)', 'updated_at', 'price_tables WHERE is_in_force = 1'),
];
