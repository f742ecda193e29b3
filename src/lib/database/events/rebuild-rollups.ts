import type { Connection } from '../context';
import { run } from '../sql/statements';

/** The monthly rollups follow these by their own triggers. */
const rollups = ['usage_daily', 'usage_daily_breakdown', 'usage_hourly'];

/**
 * Makes a change that concerns many of all events, and sums up those that are there afterwards. Taking events out of the
 * rollups one by one takes several times as long as adding up as many. Inside a transaction.
 */
export function rebuildRollups(connection: Connection, change: () => void): void {
  for (const rollup of rollups) run(connection, `DELETE FROM ${rollup}`);
  // No row's number is below 0: the rollups get all of them when this row goes (`end_bulk_insert`).
  run(connection, 'INSERT INTO bulk_inserts VALUES (-1)');
  change();
  run(connection, 'DELETE FROM bulk_inserts');
}
