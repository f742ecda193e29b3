import type { Connection } from '../context';
import { run, value } from '../sql/statements';

/** The schema name of the file while it is attached. */
const outgoing = 'outgoing';

/**
 * Creates an SQLite file with copies of some rows: plain tables without indexes, as `rebuild` reads them
 * (safety/rebuild.ts). Equal rows give equal bytes. Call outside a transaction.
 * @param select a query for each table, with its columns. Later ones may read earlier tables as `outgoing.<table>`
 */
export function makeFile(
  connection: Connection,
  select: Readonly<Record<string, string>>,
  bind: readonly (string | number)[] = [],
): Uint8Array<ArrayBuffer> {
  const { sqlite3, db } = connection;
  db.exec(`ATTACH ':memory:' AS ${outgoing}`);
  try {
    for (const pragma of ['user_version', 'application_id'])
      db.exec(`PRAGMA ${outgoing}.${pragma} = ${Number(value(connection, `PRAGMA main.${pragma}`))}`);
    for (const [table, sql] of Object.entries(select)) {
      // Create an empty table like the real one first, because CREATE TABLE … AS can't have parameters.
      db.exec(
        `CREATE TABLE ${outgoing}.${table} AS SELECT * FROM (${sql.replaceAll(/\?\d/g, 'NULL')}) LIMIT 0`,
      );
      const used = bind.slice(
        0,
        Math.max(0, ...[...sql.matchAll(/\?(\d)/g)].map(([, number]) => Number(number))),
      );
      run(connection, `INSERT INTO ${outgoing}.${table} ${sql}`, used);
    }
    return sqlite3.capi.sqlite3_js_db_export(db.pointer ?? 0, outgoing);
  } finally {
    db.exec(`DETACH ${outgoing}`);
  }
}

/** Queries for the rows that the ids in `rows` refer to; `rows` are tables that were copied before. */
export function dimensionsOf(rows: readonly string[]): Record<string, string> {
  const used = (column: string) =>
    rows.map((table) => `SELECT ${column} FROM outgoing.${table}`).join(' UNION ');
  const of = (table: string, column: string) =>
    `SELECT * FROM main.${table} WHERE id IN (${used(column)}) ORDER BY id`;
  return {
    event_imports: of('event_imports', 'import'),
    event_paths: of('event_paths', 'path'),
    event_sessions: of('event_sessions', 'session'),
    event_kinds: of('event_kinds', 'kind'),
  };
}
