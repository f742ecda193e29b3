import type { Database, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { DatabaseName } from '../protocol/commands';

/** A connection, as everything that only speaks SQL needs it. */
export interface Connection {
  sqlite3: Sqlite3Static;
  db: Database;
}

/** An open, migrated database and what its commands need to know of the world. */
export interface DatabaseContext extends Connection {
  name: DatabaseName;
  /** UTC milliseconds. */
  now(): number;
  /** The browser's IANA zone: days are cut in it unless the user has chosen another. */
  timeZone: string;
}
