import { badInput } from '../sql/check-argument';
import type { DatabaseContext } from '../context';
import { run, value } from '../sql/statements';
import { ourKey } from './map-numbers';

/** A device's clock may be years ahead, but our own stamps couldn't go beyond this. */
const latestStamp = Date.UTC(2500, 0);

/**
 * Creates `merge_registers`, with their registers, those of events under our keys, and `merge_removed`, with the
 * projects that they permanently deleted and we did not.
 */
export function prepareRegisters(database: DatabaseContext): void {
  const latest = Number(value(database, 'SELECT coalesce(max(stamp), 0) FROM theirs.registers'));
  const clock = Number(value(database, 'SELECT coalesce(max(last), 0) FROM theirs.clock'));
  if (Math.max(latest, clock) > latestStamp) throw badInput('merge-times-wrong');
  const renamed = (
    table: string,
  ) => `SELECT lower(hex(row.key)) AS id, lower(hex(${ourKey('row', 'session')})) AS our
    FROM theirs.${table} AS row JOIN merge_sessions AS session ON session.their = row.session
    WHERE session.mask IS NOT NULL
      AND lower(hex(row.key)) IN (SELECT id FROM theirs.registers WHERE kind = 'event')`;
  database.db.exec(`
    CREATE TEMP TABLE merge_registers AS
      WITH renamed AS (${renamed('event_rows')} UNION ${renamed('deleted_event_rows')})
      SELECT kind, coalesce(iif(kind = 'event', (SELECT our FROM renamed WHERE renamed.id = other.id), NULL), id) AS id,
        field, value, stamp FROM theirs.registers AS other;
    CREATE TEMP TABLE merge_removed AS SELECT id FROM merge_registers AS other
      WHERE kind = 'project' AND field = 'removed' AND NOT EXISTS (SELECT 1 FROM main.registers AS ours
        WHERE ours.kind = 'project' AND ours.id = other.id AND ours.field = 'removed' AND ours.stamp >= other.stamp);
  `);
}

/** Keeps the later value of each register, or the larger one if equally old. @returns the number of changes */
export function mergeRegisters(database: DatabaseContext): number {
  const taken = run(
    database,
    `INSERT INTO registers (kind, id, field, value, stamp)
     SELECT kind, id, field, value, stamp FROM merge_registers WHERE true
     ON CONFLICT (kind, id, field) DO UPDATE SET value = excluded.value, stamp = excluded.stamp
       WHERE (excluded.stamp, excluded.value) > (stamp, value)`,
  );
  // Decisions about a project are deleted with it.
  run(
    database,
    `DELETE FROM registers WHERE kind = 'project' AND field <> 'removed' AND stamp <=
       (SELECT stamp FROM registers AS removed
        WHERE removed.kind = 'project' AND removed.id = registers.id AND removed.field = 'removed')`,
  );
  run(
    database,
    `INSERT INTO removed_events (key, removed_at) SELECT key, removed_at FROM theirs.removed_events WHERE true
     ON CONFLICT (key) DO UPDATE SET removed_at = excluded.removed_at WHERE excluded.removed_at > removed_at`,
  );
  return taken;
}
