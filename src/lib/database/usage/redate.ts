import { civilHour } from '../../model/civil-date';
import type { Connection } from '../context';
import { run, value } from '../sql/statements';

const isDatedOtherwise = `granularity = 'moment'
  AND (date, hour) IS NOT (civil_date(occurred_at), civil_hour(occurred_at))`;
const redateEvents = `UPDATE usage_events SET date = civil_date(occurred_at), hour = civil_hour(occurred_at)
  WHERE ${isDatedOtherwise}`;
// They are no usage, but come back as they stand here.
const redateDeleted = `UPDATE deleted_usage_events
  SET event = json_set(event, '$.date', civil_date(event ->> 'occurred_at'), '$.hour', civil_hour(event ->> 'occurred_at'))
  WHERE event ->> 'granularity' = 'moment' AND (event ->> 'date', event ->> 'hour')
    IS NOT (civil_date(event ->> 'occurred_at'), civil_hour(event ->> 'occurred_at'))`;

/**
 * Dates every event whose own time is known anew, by day and hour; the triggers move its tokens there. Inside a transaction.
 */
export function redate(connection: Connection, timeZone: string): void {
  defineCivilHour(connection, timeZone);
  run(connection, redateEvents);
  run(connection, redateDeleted);
}

/** How many events stand on another day, or at another hour, than their time in this zone says. */
export function countWronglyDated(connection: Connection, timeZone: string): number {
  defineCivilHour(connection, timeZone);
  return Number(value(connection, `SELECT count(*) FROM usage_events WHERE ${isDatedOtherwise}`));
}

/** Defined anew for each use: the zone is no argument, so that SQLite need not hand it over for every row. */
function defineCivilHour({ db }: Connection, timeZone: string): void {
  for (const part of ['date', 'hour'] as const) {
    db.createFunction({
      name: `civil_${part}`,
      arity: 1,
      deterministic: true,
      directOnly: true,
      xFunc: (_context: number, time: unknown) => civilHour(Number(time), timeZone)[part],
    });
  }
}
