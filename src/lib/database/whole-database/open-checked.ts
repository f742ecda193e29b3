import type { Database, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { DatabaseContext } from '../context';
import { badInput } from '../sql/check-argument';

/**
 * Opens the bytes of a database on a separate connection, in memory and read-only; the caller closes it.
 * @throws `BadInput` unless it is intact and has exactly our schema: other pages of the origin can call this too, and
 * must not bring in foreign triggers
 */
export function openChecked({ sqlite3, db }: DatabaseContext, bytes: Uint8Array): Database {
  const checked = new sqlite3.oo1.DB(':memory:');
  if (isSound(sqlite3, checked, bytes) && schemaOf(checked) === schemaOf(db)) return checked;
  checked.close();
  throw badInput('not-a-checked-database');
}

/** Replaces the contents of an open database in memory, `main` or an attached one. */
export function load(
  sqlite3: Sqlite3Static,
  db: Database,
  name: string,
  bytes: Uint8Array,
  use: 'read-only' | 'same size' | 'may grow',
): void {
  const { capi, wasm } = sqlite3;
  const memory = wasm.allocFromTypedArray(bytes);
  const { SQLITE_DESERIALIZE_READONLY, SQLITE_DESERIALIZE_RESIZEABLE } = capi;
  const allowed = {
    'read-only': SQLITE_DESERIALIZE_READONLY,
    'same size': 0,
    'may grow': SQLITE_DESERIALIZE_RESIZEABLE,
  };
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | allowed[use];
  db.checkRc(capi.sqlite3_deserialize(db.pointer ?? 0, name, memory, bytes.length, bytes.length, flags));
}

/** An error in these bytes says nothing about the open database. */
function isSound(sqlite3: Sqlite3Static, db: Database, bytes: Uint8Array): boolean {
  try {
    load(sqlite3, db, 'main', bytes, 'read-only');
    return db.selectValue('PRAGMA quick_check(1)') === 'ok';
  } catch {
    return false;
  }
}

function schemaOf(db: Database): string {
  const rows = db.selectArrays(
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name",
  );
  return JSON.stringify([db.selectValue('PRAGMA user_version'), rows]);
}
