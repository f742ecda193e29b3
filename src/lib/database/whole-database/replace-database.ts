import type { Database, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { DatabaseContext } from '../context';
import { openChecked } from './open-checked';
import { ensureDatedIn } from '../usage/time-zone';

/**
 * SQLite's online backup functions, which its package doesn't type. All pointers are addresses in the wasm's memory.
 */
interface BackupFunctions {
  sqlite3_backup_init(target: number, targetName: string, source: number, sourceName: string): number;
  sqlite3_backup_step(backup: number, pages: number): number;
  sqlite3_backup_finish(backup: number): number;
}

/**
 * Copies another database over the open one. SQLite does this in a separate transaction, so that a crash leaves
 * either the old database or the new one. Call outside a transaction.
 * @param bytes an SQLite file with exactly our schema
 */
export function replaceDatabase(database: DatabaseContext, bytes: Uint8Array): void {
  const { sqlite3, db } = database;
  const source = openChecked(database, bytes);
  try {
    copy(sqlite3, source, db);
  } finally {
    source.close();
  }
  ensureDatedIn(database);
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
