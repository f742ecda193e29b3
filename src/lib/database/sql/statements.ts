import type { Database, PreparedStatement, SqlValue } from '@sqlite.org/sqlite-wasm';
import type { Connection } from '../context';
import { valuesOf } from './column-values';
import { rowReader, type RowReader } from './rows';

type Bind = readonly (string | number | null | Uint8Array)[];

interface Cached {
  statement: PreparedStatement;
  columnCount: number;
  read: RowReader | undefined;
}

/** Prepared once per connection and text; closing the connection finalizes them. */
const caches = new WeakMap<Database, Map<string, Cached>>();

/**
 * All rows of a query, with camelCase names (see `rows.ts`).
 * `Row` is what the query selects; nothing checks it, but the schema's types and CHECKs guarantee it.
 */
export function all<Row>(connection: Connection, sql: string, bind: Bind = []): Row[] {
  const cached = prepare(connection, sql);
  const { statement, columnCount } = cached;
  const rows: Row[] = [];
  try {
    if (bind.length > 0) statement.bind([...bind]);
    while (statement.step()) {
      cached.read ??= rowReader(statement.getColumnNames());
      rows.push(cached.read(valuesOf(connection, statement, columnCount)) as Row);
    }
    return rows;
  } finally {
    // step() has already thrown any error.
    statement.resetNoThrow(true);
  }
}

/** The first column of the first row, or undefined. */
export function value(connection: Connection, sql: string, bind: Bind = []): SqlValue | undefined {
  const { statement } = prepare(connection, sql);
  try {
    if (bind.length > 0) statement.bind([...bind]);
    return statement.step() ? statement.get(0) : undefined;
  } finally {
    statement.resetNoThrow(true);
  }
}

/** Runs a statement that changes rows. @returns their number, not counting triggers */
export function run(connection: Connection, sql: string, bind: Bind = []): number {
  const { statement } = prepare(connection, sql);
  try {
    if (bind.length > 0) statement.bind([...bind]);
    statement.step();
    return connection.db.changes();
  } finally {
    statement.resetNoThrow(true);
  }
}

function prepare({ db }: Connection, sql: string): Cached {
  let cache = caches.get(db);
  if (!cache) caches.set(db, (cache = new Map<string, Cached>()));
  let cached = cache.get(sql);
  if (!cached) {
    const statement = db.prepare(sql);
    cached = { statement, columnCount: statement.columnCount, read: undefined };
    cache.set(sql, cached);
  }
  return cached;
}
