import { TokentabError } from '../../model/errors';
import type { Connection } from '../context';
import { defineKeyFunctions } from '../events/event-key';
import { completions, migrations as allMigrations, newestSchema } from './migrations';
import { asTokentabError } from '../sql/sqlite-errors';
import { isInTransaction, transaction } from '../sql/transaction';

export interface MigrateOptions {
  /** Copies the file. Called once, outside a transaction, and only if there is an older database. */
  beforeFirstStep?: (fromVersion: number) => void | Promise<void>;
  migrations?: readonly string[];
  /** Called with the progress of a long step, from 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
  /** Milliseconds between two calls of `onProgress`. */
  progressInterval?: number;
}

/**
 * Migrates the schema to the newest version. Each step is one transaction that also sets `user_version`, so after a
 * crash the next start continues from a complete version. A new database gets the newest schema in one transaction.
 * @returns the versions before and after
 * @throws `NewerData`, before anything is written, if a newer build wrote the database
 */
export async function migrate(
  connection: Connection,
  { beforeFirstStep, migrations = allMigrations, onProgress, progressInterval = 100 }: MigrateOptions = {},
): Promise<{ from: number; to: number }> {
  const from = userVersion(connection);
  const to = migrations.length;
  if (from > to) {
    throw new TokentabError('NewerData', 'database-of-newer-version', `user_version ${from}, known ${to}`);
  }
  if (from < to && from > 0) await beforeFirstStep?.(from);
  const isLong = onProgress !== undefined && from > 0 && from < narrowEventsVersion;
  if (isLong) defineKeyFunctions(connection, countKeys(connection, onProgress, progressInterval));
  const steps =
    from === 0 && migrations === allMigrations
      ? [() => void connection.db.exec(newestSchema)]
      : migrations.map((sql, index) => () => step(connection, sql, index + 1)).slice(from);
  if (from === 0) transaction(connection, () => steps.forEach((run) => run()));
  else for (const run of steps) transaction(connection, run);
  if (isLong) defineKeyFunctions(connection);
  return { from, to };
}

const narrowEventsVersion = 16;
/** The share of that step's time spent on computing keys; the rest goes to indexes and comparing sums. */
const shareOfKeys = 0.7;

/** Version 16 computes one key per event, which is the only measure of its progress. */
function countKeys(
  connection: Connection,
  onProgress: (share: number) => void,
  progressInterval: number,
): () => void {
  const total = eventCount(connection);
  let [keys, reportedAt] = [0, performance.now()];
  return () => {
    keys += 1;
    if (performance.now() - reportedAt < progressInterval) return;
    reportedAt = performance.now();
    onProgress(Math.min(shareOfKeys, (keys / Math.max(1, total)) * shareOfKeys));
  };
}

function eventCount({ db }: Connection): number {
  const has = db.selectValue("SELECT 1 FROM sqlite_schema WHERE name = 'usage_events'") !== undefined;
  return has ? Number(db.selectValue('SELECT count(*) FROM usage_events')) : 0;
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
  completions[version]?.(connection);
  if (!isInTransaction(connection)) throw new Error(`Migration ${version} ends its own transaction.`);
  connection.db.exec(`PRAGMA user_version = ${version}`);
}
