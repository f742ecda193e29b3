import type { Database, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { DatabaseName } from '../protocol/commands';

/** A connection: all that code needs that only runs SQL. */
export interface Connection {
  sqlite3: Sqlite3Static;
  db: Database;
}

/** An open, migrated database, and what its commands need to know about their environment. */
export interface DatabaseContext extends Connection {
  name: DatabaseName;
  /** Returns UTC milliseconds. */
  now(): number;
  /** The browser's IANA time zone, in which days are cut unless the user has chosen another. */
  timeZone: string;
}
