import { TokentabError } from '../../model/errors';
import type { Connection } from '../context';
import { asTokentabError } from './sqlite-errors';

/**
 * Runs `work` in one transaction: either everything is stored or nothing. Must not be nested, and `work` must not be
 * async.
 *
 * SQLite's own wrapper would lose the error that matters: after a full disk, SQLite has already rolled back, and a
 * second ROLLBACK fails with another error. So this checks the connection first.
 *
 * @throws what `work` throws; SQLite's errors as TokentabErrors with the first error as their cause
 */
export function transaction<Result>(connection: Connection, work: () => Result): Result {
  const { sqlite3, db } = connection;
  if (isInTransaction(connection)) {
    throw new TokentabError('Unexpected', 'unexpected', 'nested transaction');
  }
  try {
    db.exec('BEGIN IMMEDIATE');
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(connection, error);
    throw asTokentabError(sqlite3, error);
  }
}

export function isInTransaction({ sqlite3, db }: Connection): boolean {
  return db.pointer !== undefined && sqlite3.capi.sqlite3_get_autocommit(db.pointer) === 0;
}

function rollBack(connection: Connection, first: unknown): void {
  if (!isInTransaction(connection)) return;
  try {
    connection.db.exec('ROLLBACK');
  } catch (error) {
    throw new TokentabError(
      'Unexpected',
      'unexpected-reload',
      new Error(`ROLLBACK failed: ${String(error)}`, { cause: first }),
    );
  }
}
