import { civilDate } from '../../model/civil-date';
import type { Connection } from '../context';
import { run, value } from '../sql/statements';

const isDatedOtherwise = "granularity = 'moment' AND date IS NOT civil_date(occurred_at)";

/** Dates every event whose own time is known anew; the triggers move its tokens to the new day. Inside a transaction. */
export function redate(connection: Connection, timeZone: string): void {
  defineCivilDate(connection, timeZone);
  run(connection, `UPDATE usage_events SET date = civil_date(occurred_at) WHERE ${isDatedOtherwise}`);
}

/** The same for one project, whose events may have been put aside while the zone changed. */
export function redateProject(connection: Connection, projectId: string, timeZone: string): void {
  defineCivilDate(connection, timeZone);
  run(
    connection,
    `UPDATE usage_events SET date = civil_date(occurred_at) WHERE project_id = ? AND ${isDatedOtherwise}`,
    [projectId],
  );
}

/** How many events stand on another day than their time in this zone says. */
export function countWronglyDated(connection: Connection, timeZone: string): number {
  defineCivilDate(connection, timeZone);
  return Number(value(connection, `SELECT count(*) FROM usage_events WHERE ${isDatedOtherwise}`));
}

/** Defined anew for each use: the zone is no argument, so that SQLite need not hand it over for every row. */
function defineCivilDate({ db }: Connection, timeZone: string): void {
  db.createFunction({
    name: 'civil_date',
    arity: 1,
    deterministic: true,
    directOnly: true,
    xFunc: (_context: number, time: unknown) => civilDate(Number(time), timeZone),
  });
}
