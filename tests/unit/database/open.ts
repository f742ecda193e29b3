import sqlite3InitModule, { type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { createCommands } from '../../../src/lib/database/commands';
import type { DatabaseContext } from '../../../src/lib/database/context';
import { migrate, type MigrateOptions } from '../../../src/lib/database/opening/migrate';
import { setPragmas } from '../../../src/lib/database/opening/pragmas';
import { ensureDatedIn } from '../../../src/lib/database/usage/time-zone';
import type { Commands } from '../../../src/lib/protocol/commands';
import { closeAfterFile } from '../opened';

let loaded: Promise<Sqlite3Static> | undefined;

/** The wasm, loaded once per test file. */
function loadSqlite(): Promise<Sqlite3Static> {
  loaded ??= sqlite3InitModule().then((sqlite3) => {
    // SQLite prints every failing statement; tests that cause one check the error itself.
    sqlite3.config.warn = sqlite3.config.error = () => undefined;
    return sqlite3;
  });
  return loaded;
}

export interface TestDatabase {
  database: DatabaseContext;
  commands: Commands;
}

/** Noon of 2026-11-15 in UTC, the current time in all tests. */
export const testNow = Date.UTC(2026, 10, 15, 12);

/** An empty connection in memory, with pragmas and without a schema. */
export async function openConnection(timeZone = 'UTC'): Promise<DatabaseContext> {
  const sqlite3 = await loadSqlite();
  const database: DatabaseContext = {
    sqlite3,
    db: new sqlite3.oo1.DB(':memory:'),
    name: 'memory',
    now: () => testNow,
    timeZone,
  };
  closeAfterFile(database.db);
  setPragmas(database);
  return database;
}

/** The bytes of empty databases by time zone: copying one takes a hundredth of the time of all migrations. */
const templates = new Map<string, Uint8Array>();

/** A migrated database in memory. */
export async function openTestDatabase(timeZone = 'UTC', options?: MigrateOptions): Promise<TestDatabase> {
  const database = await openConnection(timeZone);
  const template = options === undefined ? templates.get(timeZone) : undefined;
  if (template !== undefined) fillFrom(template, database);
  else {
    await migrate(database, options);
    ensureDatedIn(database);
    if (options === undefined) templates.set(timeZone, bytesOf(database));
  }
  return { database, commands: createCommands(database) };
}

function bytesOf({ sqlite3, db }: DatabaseContext): Uint8Array {
  return sqlite3.capi.sqlite3_js_db_export(db);
}

function fillFrom(bytes: Uint8Array, { sqlite3, db }: DatabaseContext): void {
  const { capi, wasm } = sqlite3;
  const memory = wasm.allocFromTypedArray(bytes);
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  const size = bytes.byteLength;
  db.checkRc(capi.sqlite3_deserialize(db, 'main', memory, size, size, flags));
}
