import type { DatabaseContext } from '../context';
import { load, openChecked } from '../upkeep/open-checked';

/** The name under which the other database is attached. */
const theirs = 'theirs';

/**
 * Attaches another database, in memory, as `theirs` while `work` runs; call outside a transaction. Nothing is written to it;
 * it isn't read-only, because a transaction begins in both.
 * @param bytes an SQLite file with exactly our schema, as `rebuild` makes it of any file
 * @throws `BadInput` for any other
 */
export function withAttached<Result>(
  database: DatabaseContext,
  bytes: Uint8Array,
  work: () => Result,
): Result {
  const { sqlite3, db } = database;
  // A database that can't be read could not even be detached.
  openChecked(database, bytes).close();
  db.exec(`ATTACH ':memory:' AS ${theirs}`);
  try {
    load(sqlite3, db, theirs, bytes, 'same size');
    return work();
  } finally {
    db.exec(`DETACH ${theirs}`);
  }
}
