import type { DatabaseContext } from '../context';
import { load, openChecked } from '../whole-database/open-checked';

/** The name under which the other database is attached. */
const theirs = 'theirs';

/**
 * Attaches another database, in memory, as `theirs` while `work` runs; call outside a transaction. Nothing is written
 * to it, but it can't be read-only, because transactions span both.
 * @param bytes an SQLite file with exactly our schema, as `rebuild` creates it
 * @throws `BadInput` for any other
 */
export function withAttached<Result>(
  database: DatabaseContext,
  bytes: Uint8Array,
  work: () => Result,
): Result {
  const { sqlite3, db } = database;
  // Check first: an unreadable database can't even be detached.
  openChecked(database, bytes).close();
  db.exec(`ATTACH ':memory:' AS ${theirs}`);
  try {
    load(sqlite3, db, theirs, bytes, 'same size');
    return work();
  } finally {
    db.exec(`DETACH ${theirs}`);
  }
}
