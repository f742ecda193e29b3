import type { StorageState } from '../../protocol/commands';
import type { Connection, DatabaseContext } from '../context';
import { value } from '../sql/statements';

/** The whole database as one SQLite file. Only reads, so it works on a full disk. */
export function exportDatabase({ sqlite3, db }: Connection): Uint8Array<ArrayBuffer> {
  if (db.pointer === undefined) throw new Error('database-closed');
  return sqlite3.capi.sqlite3_js_db_export(db.pointer);
}

export function getStorageState(database: DatabaseContext): StorageState {
  const number = (sql: string) => Number(value(database, sql));
  return {
    database: database.name,
    databaseBytes: number('PRAGMA page_count') * number('PRAGMA page_size'),
    eventCount: number('SELECT coalesce(sum(event_count), 0) FROM usage_daily'),
    schemaVersion: number('PRAGMA user_version'),
  };
}
