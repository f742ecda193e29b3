import type { Connection } from '../context';
import { run } from '../sql/statements';

/** Triggers on these update the monthly rollups. */
const rollups = ['usage_daily', 'usage_daily_breakdown', 'usage_hourly'];

/**
 * Runs a change that affects a large share of all events, then rebuilds the rollups: subtracting events one by one
 * takes several times as long as summing the same number again. Call inside a transaction.
 */
export function rebuildRollups(connection: Connection, change: () => void): void {
  for (const rollup of rollups) run(connection, `DELETE FROM ${rollup}`);
  // All row ids are above -1, so deleting this row adds every event to the rollups (`end_bulk_insert`).
  run(connection, 'INSERT INTO bulk_inserts VALUES (-1)');
  change();
  run(connection, 'DELETE FROM bulk_inserts');
}
