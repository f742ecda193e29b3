import type { Database, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { DatabaseName } from '../protocol/commands';

/** All that code needs to run SQL. */
export interface Connection {
  sqlite3: Sqlite3Static;
  db: Database;
}

/** An open, migrated database, and what its commands need to know about their environment. */
export interface DatabaseContext extends Connection {
  name: DatabaseName;
  /** Returns UTC milliseconds. */
  now(): number;
  /** The browser's IANA time zone: the reporting zone unless the user has chosen another. */
  timeZone: string;
}
