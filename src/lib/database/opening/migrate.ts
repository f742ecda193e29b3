import { TokentabError } from '../../model/errors';
import type { Connection } from '../context';
import { migrations as allMigrations } from './migrations';
import { asTokentabError } from '../sql/sqlite-errors';
import { isInTransaction, transaction } from '../sql/transaction';

export interface MigrateOptions {
  /** Keeps a copy of the file. Called once, outside a transaction, only where there is an older database to keep. */
  beforeFirstStep?: (fromVersion: number) => void | Promise<void>;
  migrations?: readonly string[];
}

/**
 * Brings the schema to the newest version. Each step is one transaction that also sets `user_version`, so that a crash
 * leaves a whole version behind, and the next start goes on from it. A new database takes all steps in one transaction: its
 * pages are then written once, which the first visit waits for.
 * @returns the versions before and after
 * @throws `NewerData`, before anything is written, where a newer Tokentab wrote the database
 */
export async function migrate(
  connection: Connection,
  { beforeFirstStep, migrations = allMigrations }: MigrateOptions = {},
): Promise<{ from: number; to: number }> {
  const from = userVersion(connection);
  const to = migrations.length;
  if (from > to) {
    throw new TokentabError(
      'NewerData',
      'This database was written by a newer Tokentab. Nothing was changed. Reload the page to get the newer version.',
      `user_version ${from}, known ${to}`,
    );
  }
  if (from < to && from > 0) await beforeFirstStep?.(from);
  const steps = migrations.map((sql, index) => () => step(connection, sql, index + 1)).slice(from);
  if (from === 0) transaction(connection, () => steps.forEach((run) => run()));
  else for (const run of steps) transaction(connection, run);
  return { from, to };
}

function userVersion({ sqlite3, db }: Connection): number {
  try {
    return Number(db.selectValue('PRAGMA user_version'));
  } catch (error) {
    throw asTokentabError(sqlite3, error);
  }
}

function step(connection: Connection, sql: string, version: number): void {
  connection.db.exec(sql);
  if (!isInTransaction(connection)) throw new Error(`Migration ${version} ends its own transaction.`);
  connection.db.exec(`PRAGMA user_version = ${version}`);
}
