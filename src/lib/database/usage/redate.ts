import { civilHour, type CivilHour } from '../../model/civil-time';
import type { Connection } from '../context';
import { run, value } from '../sql/statements';

const isDatedOtherwise = `kind IN (SELECT id FROM event_kinds WHERE granularity = 'moment')
  AND (day, hour) IS NOT (civil_day(occurred_at), civil_hour(occurred_at))`;
// Events of deleted projects too: they are restored as they are.
const redateAll = ['event_rows', 'deleted_event_rows'].map(
  (table) =>
    `UPDATE ${table} SET day = civil_day(occurred_at), hour = civil_hour(occurred_at) WHERE ${isDatedOtherwise}`,
);

/**
 * Recomputes day and hour of every event whose time is known; triggers update the rollups. Call inside a transaction.
 */
export function redate(connection: Connection, timeZone: string): void {
  defineCivilHour(connection, timeZone);
  for (const sql of redateAll) run(connection, sql);
}

/** The number of events whose day or hour differs from their time in this zone. */
export function countWronglyDated(connection: Connection, timeZone: string): number {
  defineCivilHour(connection, timeZone);
  return Number(value(connection, `SELECT count(*) FROM event_rows WHERE ${isDatedOtherwise}`));
}

const dayLength = 86_400_000;

/** Defines `civil_day(time)` and `civil_hour(time)` for one zone: passing it as an argument for each row is slower. */
export function defineCivilHour({ db }: Connection, timeZone: string): void {
  const define = (name: string, of: (civil: CivilHour) => number) =>
    db.createFunction({
      name,
      arity: 1,
      deterministic: true,
      directOnly: true,
      xFunc: (_context: number, time: unknown) => of(civilHour(Number(time), timeZone)),
    });
  define('civil_day', ({ date }) => Date.parse(date) / dayLength);
  define('civil_hour', ({ hour }) => hour);
}
