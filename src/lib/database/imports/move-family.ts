import { familyKey } from '../../model/families';
import type { Connection } from '../context';
import { isBetter } from '../events/better-record';
import { supersededColumns } from '../events/event-columns';
import { run } from '../sql/statements';

interface Move {
  source: string;
  from: string;
  to: string;
  /** UTC milliseconds. */
  movedAt: number;
}

/** ?1 is the old keys' beginning, ?2 what follows all of them, ?3 the new beginning. */
const isOld = 'dedupe_key >= ?1 AND dedupe_key < ?2';
const newKey = (of = '') => `?3 || substr(${of}dedupe_key, length(?1) + 1)`;

const kept = supersededColumns.join(', ');
const replaceKept = supersededColumns
  .filter((column) => column !== 'dedupe_key' && column !== 'import_id')
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');

/** Each event of the old keys beside the event that has its new key already. */
const clashes = `usage_events AS old CROSS JOIN usage_events AS known ON known.dedupe_key = ${newKey('old.')}
  WHERE old.${isOld.replace('AND ', 'AND old.')} AND ?4 = old.source AND known.source = old.source`;

/**
 * Renames the keys `source:from:…` to `source:to:…`, of events and of those set aside. Where both are there, the better
 * record counts, and the other is kept aside if it is another import's. Inside a transaction.
 */
export function moveFamily(connection: Connection, { source, from, to, movedAt }: Move): void {
  const before = familyKey(source, from, '');
  const after = familyKey(source, to, '');
  // ';' is the character after ':'.
  const keys = [before, `${before.slice(0, -1)};`, after];
  moveSetAside(connection, keys);

  const rename = `UPDATE OR IGNORE usage_events SET dedupe_key = ${newKey()}, updated_at = ?5
    WHERE ${isOld} AND source = ?4`;
  run(connection, rename, [...keys, source, movedAt]);
  const remains = `DELETE FROM usage_events WHERE ${isOld} AND source = ?4`;
  for (const [loser, isLost] of [
    ['old', `NOT (${isBetter('old', 'known')})`],
    ['known', isBetter('old', 'known')],
  ]) {
    const columns = supersededColumns.map((column) =>
      column === 'dedupe_key' ? newKey('old.') : `${loser}.${column}`,
    );
    run(
      connection,
      `INSERT INTO superseded_usage_events (${kept}) SELECT ${columns.join(', ')} FROM ${clashes}
         AND old.import_id <> known.import_id AND ${isLost}
       ON CONFLICT (dedupe_key, import_id) DO UPDATE SET ${replaceKept}
         WHERE ${isBetter('excluded', 'superseded_usage_events')}`,
      [...keys, source],
    );
  }
  run(
    connection,
    `DELETE FROM usage_events WHERE dedupe_key IN
       (SELECT known.dedupe_key FROM ${clashes} AND ${isBetter('old', 'known')})`,
    [...keys, source],
  );
  run(connection, rename, [...keys, source, movedAt]);
  run(connection, remains, [...keys, source]);
}

function moveSetAside(connection: Connection, keys: readonly string[]): void {
  const move = `superseded_usage_events SET dedupe_key = ${newKey()} WHERE ${isOld}`;
  run(connection, `UPDATE OR IGNORE ${move}`, keys);
  run(
    connection,
    `UPDATE OR REPLACE ${move} AND EXISTS (SELECT 1 FROM superseded_usage_events AS known
       WHERE known.dedupe_key = ${newKey('superseded_usage_events.')}
         AND known.import_id = superseded_usage_events.import_id
         AND ${isBetter('superseded_usage_events', 'known')})`,
    keys,
  );
  run(connection, `DELETE FROM superseded_usage_events WHERE ${isOld}`, keys.slice(0, 2));
}
