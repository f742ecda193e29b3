import sqlite3InitModule, { type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { createCommands } from '../../../src/lib/database/commands';
import type { DatabaseContext } from '../../../src/lib/database/context';
import { migrate, type MigrateOptions } from '../../../src/lib/database/opening/migrate';
import { setPragmas } from '../../../src/lib/database/opening/pragmas';
import { ensureDatedIn } from '../../../src/lib/database/upkeep/settings';
import type { Commands } from '../../../src/lib/protocol/commands';

let loaded: Promise<Sqlite3Static> | undefined;

/** The wasm, loaded once per test file. */
function loadSqlite(): Promise<Sqlite3Static> {
  loaded ??= sqlite3InitModule().then((sqlite3) => {
    // It prints every statement that fails; tests that make one fail look at the error itself.
    sqlite3.config.warn = sqlite3.config.error = () => undefined;
    return sqlite3;
  });
  return loaded;
}

export interface TestDatabase {
  database: DatabaseContext;
  commands: Commands;
}

/** Noon of 2026-11-15 in UTC, the present of all tests. */
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
  setPragmas(database);
  return database;
}

/** A migrated database in memory. */
export async function openTestDatabase(timeZone = 'UTC', options?: MigrateOptions): Promise<TestDatabase> {
  const database = await openConnection(timeZone);
  await migrate(database, options);
  ensureDatedIn(database);
  return { database, commands: createCommands(database) };
}
