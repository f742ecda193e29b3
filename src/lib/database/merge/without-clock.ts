import { TokentabError } from '../../model/errors';
import type { DatabaseContext } from '../context';
import { run, value } from '../sql/statements';
import { dropMergeTables } from './map-numbers';

/**
 * Runs a merge inside its transaction, while the other database is attached as `theirs`. Without a clock, triggers don't
 * record changes as the user's decisions.
 */
export function withoutClock<Result>(database: DatabaseContext, merge: () => Result): Result {
  const last = Number(value(database, 'SELECT last FROM clock'));
  run(database, 'DELETE FROM clock');
  try {
    const result = merge();
    run(
      database,
      'INSERT INTO clock SELECT 1, max(?1, (SELECT last FROM theirs.clock), (SELECT coalesce(max(stamp), 0) FROM registers))',
      [last],
    );
    dropMergeTables(database);
    return result;
  } catch (error) {
    throw explain(database, error);
  }
}

/** If our schema rejects a row, their file is wrong. */
function explain({ sqlite3 }: DatabaseContext, error: unknown): unknown {
  if (!(error instanceof sqlite3.SQLite3Error)) return error;
  if ((error.resultCode & 0xff) !== sqlite3.capi.SQLITE_CONSTRAINT) return error;
  return new TokentabError('BadInput', 'merge-not-allowed', error);
}
