import type { DatabaseContext } from '../context';
import { hideEvents, restoreAllEvents, restoreEvents } from '../copies/deleted-events';
import { value } from '../sql/statements';
import { transaction } from '../sql/transaction';
import { withAttached } from './attach';
import { mapNumbers, ourKey } from './map-numbers';
import { mergeImports, undoTheirUndoneImports } from './merge-imports';
import { mergeRecords } from './merge-records';
import { withoutClock } from './without-clock';

/**
 * Merges the next records of a large file without decisions (devices/export-records.ts), in a transaction of its own,
 * so that other calls are answered in between. Merge the whole file afterwards: that merges the last records, moves events
 * that were already stored, and finds little else left to do. In the order of time, because then most records of a step
 * change the same few rollups.
 * @param bytes as `withAttached` requires
 * @param after what the previous call returned; at first -1
 * @param most about how many records to merge: all of one millisecond belong together
 * @returns the time of the last one in UTC milliseconds; null, without having done anything, if no more than `most` are left
 */
export function mergeSomeRecords(
  database: DatabaseContext,
  bytes: Uint8Array,
  after: number,
  most: number,
): number | null {
  return withAttached(database, bytes, () =>
    transaction(database, () => {
      const last = value(
        database,
        `SELECT occurred_at FROM theirs.superseded_event_rows WHERE occurred_at > ?1 ORDER BY 1 LIMIT 1 OFFSET ?2`,
        [after, most],
      );
      if (typeof last !== 'number') return null;
      withoutClock(database, () => mergeNext(database, `occurred_at > ${after} AND occurred_at <= ${last}`));
      return last;
    }),
  );
}

function mergeNext(database: DatabaseContext, isNext: string): void {
  const at = database.now();
  undoTheirUndoneImports(database, at);
  // Linking sessions changes keys, of hidden events too.
  if (value(database, 'SELECT 1 FROM theirs.session_families LIMIT 1') !== undefined)
    restoreAllEvents(database);
  mergeImports(database, at);
  mapNumbers(database);
  restoreEvents(
    database,
    `key IN (SELECT ${ourKey('other', 'session')} FROM theirs.superseded_event_rows AS other
       LEFT JOIN merge_sessions AS session ON session.their = other.session WHERE ${isNext})`,
    [],
  );
  mergeRecords(database, at, isNext);
  hideEvents(database);
}
