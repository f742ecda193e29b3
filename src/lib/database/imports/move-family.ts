import type { Connection } from '../context';
import { isBetter } from '../events/better-record';
import { supersededColumns } from '../events/event-columns';
import { familyMask } from '../../model/event-key';
import { run } from '../sql/statements';

interface Move {
  source: string;
  from: string;
  to: string;
  /** UTC milliseconds. */
  movedAt: number;
}

/** ?1 is the source, ?2 the old family, ?3 the new one, ?4 the mask that changes a key from one to the other. */
const isOld = 'session IN (SELECT id FROM event_sessions WHERE family = ?2 AND source = ?1)';
const newKey = (row: string) => `mix_keys(${row}.key, ?4)`;
const newSession = (row: string) => `(SELECT twin.id FROM event_sessions AS old JOIN event_sessions AS twin
  ON twin.session_id IS old.session_id AND twin.source = old.source AND twin.family = ?3 WHERE old.id = ${row}.session)`;

const kept = supersededColumns.join(', ');
const replaceKept = supersededColumns
  .filter((column) => column !== 'key' && column !== 'import')
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');

/** Pairs each event under an old key with the event that already has its new key. */
const clashes = `event_rows AS old CROSS JOIN event_rows AS known ON known.key = ${newKey('old')} WHERE old.${isOld}`;

/**
 * Moves a source's events from one family to another, including those of deleted projects. If both have a call, the
 * better record counts; the other is kept as superseded if it is from another import. Call inside a transaction.
 */
export function moveFamily(connection: Connection, { source, from, to, movedAt }: Move): void {
  const move = [source, from, to, familyMask(from, to)];
  run(
    connection,
    `INSERT INTO event_sessions (source, session_id, family)
     SELECT source, session_id, ?3 FROM event_sessions AS old WHERE source = ?1 AND family = ?2
       AND NOT EXISTS (SELECT 1 FROM event_sessions AS twin
         WHERE twin.session_id IS old.session_id AND twin.source = old.source AND twin.family = ?3)`,
    [source, from, to],
  );
  moveSetAside(connection, move);

  const rename = `UPDATE OR IGNORE event_rows SET key = ${newKey('event_rows')}, session = ${newSession('event_rows')},
    updated_after = ?5 - created_at WHERE ${isOld}`;
  run(connection, rename, [...move, movedAt]);
  for (const [loser, isLost] of [
    ['old', `NOT (${isBetter('old', 'known')})`],
    ['known', isBetter('old', 'known')],
  ] as const) {
    const columns = supersededColumns.map((column) => {
      if (column === 'key') return newKey('old');
      return column === 'session' && loser === 'old' ? newSession('old') : `${loser}.${column}`;
    });
    run(
      connection,
      `INSERT INTO superseded_event_rows (${kept}) SELECT ${columns.join(', ')} FROM ${clashes}
         AND old.import <> known.import AND ${isLost}
       ON CONFLICT (key, import) DO UPDATE SET ${replaceKept}
         WHERE ${isBetter('excluded', 'superseded_event_rows')}`,
      move,
    );
  }
  run(
    connection,
    `DELETE FROM event_rows WHERE id IN (SELECT known.id FROM ${clashes} AND ${isBetter('old', 'known')})`,
    move,
  );
  run(connection, rename, [...move, movedAt]);
  run(connection, `DELETE FROM event_rows WHERE ${isOld}`, [source, from]);
}

function moveSetAside(connection: Connection, move: readonly (string | Uint8Array)[]): void {
  const update = `superseded_event_rows SET key = ${newKey('superseded_event_rows')},
    session = ${newSession('superseded_event_rows')} WHERE ${isOld}`;
  run(connection, `UPDATE OR IGNORE ${update}`, move);
  run(
    connection,
    `UPDATE OR REPLACE ${update} AND EXISTS (SELECT 1 FROM superseded_event_rows AS known
       WHERE known.key = ${newKey('superseded_event_rows')} AND known.import = superseded_event_rows.import
         AND ${isBetter('superseded_event_rows', 'known')})`,
    move,
  );
  run(connection, `DELETE FROM superseded_event_rows WHERE ${isOld}`, move.slice(0, 2));
}
