import { civilHour, type CivilHour } from '../../model/civil-time';
import type { Connection } from '../context';
import { run, value } from '../sql/statements';

const isDatedOtherwise = `kind IN (SELECT id FROM event_kinds WHERE granularity = 'moment')
  AND (day, hour) IS NOT (civil_day(occurred_at), civil_hour(occurred_at))`;
// Those of deleted projects are no usage, but come back as they stand there.
const redateAll = ['event_rows', 'deleted_event_rows'].map(
  (table) =>
    `UPDATE ${table} SET day = civil_day(occurred_at), hour = civil_hour(occurred_at) WHERE ${isDatedOtherwise}`,
);

/**
 * Dates every event whose own time is known again, by day and hour; the triggers move its tokens there. Inside a transaction.
 */
export function redate(connection: Connection, timeZone: string): void {
  defineCivilHour(connection, timeZone);
  for (const sql of redateAll) run(connection, sql);
}

/** How many events stand on another day, or at another hour, than their time in this zone says. */
export function countWronglyDated(connection: Connection, timeZone: string): number {
  defineCivilHour(connection, timeZone);
  return Number(value(connection, `SELECT count(*) FROM event_rows WHERE ${isDatedOtherwise}`));
}

const dayLength = 86_400_000;

/** `civil_day(time)` and `civil_hour(time)`. Redefined for each use: the zone is no argument, so that SQLite need not hand it over for every row. */
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
