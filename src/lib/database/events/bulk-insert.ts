import type { Connection } from '../context';
import { run } from '../sql/statements';

/**
 * Runs a change that inserts many events, then adds them to the rollups at once instead of one by one (the trigger
 * `end_bulk_insert`). Call inside a transaction.
 */
export function bulkInsert<Result>(connection: Connection, insert: () => Result): Result {
  run(connection, 'INSERT INTO bulk_inserts SELECT coalesce(max(id), 0) FROM event_rows');
  const result = insert();
  run(connection, 'DELETE FROM bulk_inserts');
  return result;
}
