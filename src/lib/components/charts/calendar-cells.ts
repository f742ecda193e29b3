import { monthOf } from '../../model/months';
import { daysOf } from '../../model/ranges';
import { formatDay, formatShortMonth } from '../../texts/format';
import type { HeatCell } from './heat';

const days = 7;

/** 0 is Monday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % days;
}

/** A year as weeks (columns) of days (rows, from Monday), and the months above them. `link` leads to a day's events. */
export function calendarCells(
  year: string,
  tokens: ReadonlyMap<string, number>,
  link: (date: string) => string,
): { cells: HeatCell[]; columnNames: string[]; dates: string[] } {
  const dates = daysOf({ from: `${year}-01-01`, to: `${year}-12-31` });
  const offset = weekdayOf(`${year}-01-01`);
  const columnNames: string[] = [];
  const cells = dates.map((date, index) => {
    const column = Math.floor((index + offset) / days);
    columnNames[column] ??= '';
    if (date.endsWith('-01')) columnNames[column] = formatShortMonth(monthOf(date));
    return {
      column,
      row: weekdayOf(date),
      name: formatDay(date),
      tokens: tokens.get(date) ?? 0,
      href: link(date),
    };
  });
  return { cells, columnNames, dates };
}
