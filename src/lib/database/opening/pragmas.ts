import type { Connection } from '../context';
import { defineKeyFunctions } from '../events/event-key';
import { asTokentabError } from '../sql/sqlite-errors';

/**
 * Sets what differs from SQLite's defaults. Call on every open, before anything else; writes nothing to the file.
 * trusted_schema, cell_size_check and defensive protect against a file that someone else wrote.
 */
export function setPragmas(connection: Connection): void {
  const { sqlite3, db } = connection;
  const { capi } = sqlite3;
  try {
    if (db.pointer === undefined) throw new Error('database-closed');
    sqlite3.oo1.DB.checkRc(db, capi.sqlite3_db_config(db.pointer, capi.SQLITE_DBCONFIG_DEFENSIVE, 1, 0));
    db.exec(pragmas);
    defineKeyFunctions(connection);
  } catch (error) {
    throw asTokentabError(sqlite3, error);
  }
}

// REPLACE fires DELETE triggers only with recursive_triggers. 32 MiB of cache hold the indexes of about 200,000 events.
const pragmas = `
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA foreign_keys = ON;
  PRAGMA recursive_triggers = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -32768;
  PRAGMA journal_mode = TRUNCATE;
  PRAGMA synchronous = FULL;
`;
