import { instantOf } from '../../model/civil-time';
import { addMonths } from '../../model/months';
import { addDays } from '../../model/ranges';
import { t } from '../../texts/texts';
import type { Column } from '../lists/column';

/**
 * The start and end of a civil day or month ('YYYY-MM-DD' or 'YYYY-MM') in a time zone, as ISO strings in UTC. The
 * end is exclusive.
 */
export function boundsOf(time: string, timeZone: string): { begins: string; ends: string } {
  const isMonth = time.length === 7;
  const first = isMonth ? `${time}-01` : time;
  const next = isMonth ? `${addMonths(time, 1)}-01` : addDays(time, 1);
  const begin = (date: string) => new Date(instantOf(`${date}T00:00`, timeZone)).toISOString();
  return { begins: begin(first), ends: begin(next) };
}

/** The same as columns of a file. */
export function boundColumns(timeZone: string): Column<{ time: string }>[] {
  return [
    { key: 'begins', head: t.exports.begins, value: ({ time }) => boundsOf(time, timeZone).begins },
    { key: 'ends', head: t.exports.ends, value: ({ time }) => boundsOf(time, timeZone).ends },
  ];
}
