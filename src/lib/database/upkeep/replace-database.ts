import type { Database, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { DatabaseContext } from '../context';
import { badInput } from '../sql/check-argument';
import { ensureDatedIn } from './settings';

/**
 * SQLite's online backup functions, which its package doesn't type. All pointers are addresses in the wasm's memory.
 */
interface BackupFunctions {
  sqlite3_backup_init(target: number, targetName: string, source: number, sourceName: string): number;
  sqlite3_backup_step(backup: number, pages: number): number;
  sqlite3_backup_finish(backup: number): number;
}

/**
 * Copies another database over the open one. SQLite does this in a transaction of its own, so that a crash leaves
 * either the old database or the new one. Call outside a transaction.
 * @param bytes an SQLite file with exactly our schema
 */
export function replaceDatabase(database: DatabaseContext, bytes: Uint8Array): void {
  const { sqlite3, db } = database;
  const source = new sqlite3.oo1.DB(':memory:');
  try {
    // Calls can also come from other pages of the origin, so a foreign trigger must not get in.
    if (!isSound(sqlite3, source, bytes) || schemaOf(source) !== schemaOf(db))
      throw badInput('This is not a database that Tokentab has checked. Nothing was changed.');
    copy(sqlite3, source, db);
  } finally {
    source.close();
  }
  ensureDatedIn(database);
}

function load(sqlite3: Sqlite3Static, db: Database, bytes: Uint8Array): void {
  const { capi, wasm } = sqlite3;
  const memory = wasm.allocFromTypedArray(bytes);
  const result = capi.sqlite3_deserialize(
    db.pointer ?? 0,
    'main',
    memory,
    bytes.length,
    bytes.length,
    capi.SQLITE_DESERIALIZE_READONLY | capi.SQLITE_DESERIALIZE_FREEONCLOSE,
  );
  db.checkRc(result);
}

/** An error in these bytes is the caller's, and says nothing about the open database. */
function isSound(sqlite3: Sqlite3Static, db: Database, bytes: Uint8Array): boolean {
  try {
    load(sqlite3, db, bytes);
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

function copy(sqlite3: Sqlite3Static, source: Database, target: Database): void {
  const functions = sqlite3.capi as unknown as BackupFunctions;
  const address = (db: Database) => db.pointer as unknown as number;
  const backup = functions.sqlite3_backup_init(address(target), 'main', address(source), 'main');
  if (backup === 0) target.checkRc(sqlite3.capi.sqlite3_errcode(target.pointer ?? 0));
  functions.sqlite3_backup_step(backup, -1);
  // This also reports the error of the step; then nothing has changed.
  target.checkRc(functions.sqlite3_backup_finish(backup));
}
