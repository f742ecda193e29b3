import type { Measure } from '../../model/measure';
import { monthOf } from '../../model/months';
import { daysOf } from '../../model/ranges';
import { firstWeekday, formatDay, formatShortMonth, formatWeekday } from '../../texts/format';
import { heatAmount, type HeatCell, type HeatUsage } from './heat';

const days = 7;

/** The index of a day in its week, where 0 is the locale's first weekday. */
function dayOfWeek(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6 - firstWeekday() + days) % days;
}

/**
 * A year as a grid of weeks (columns) and weekdays (rows, starting with the locale's first), with its labels. `today`
 * is the civil date; `link` returns the address of a day's events.
 */
export function calendarCells(
  year: string,
  usage: ReadonlyMap<string, HeatUsage>,
  today: string,
  measure: Measure,
  link: (date: string) => string,
): { cells: HeatCell[]; columnNames: string[]; rowNames: string[]; dates: string[] } {
  const dates = daysOf({ from: `${year}-01-01`, to: `${year}-12-31` });
  const offset = dayOfWeek(`${year}-01-01`);
  const columnNames: string[] = [];
  const cells = dates.map((date, index) => {
    const column = Math.floor((index + offset) / days);
    columnNames[column] ??= '';
    if (date.endsWith('-01')) columnNames[column] = formatShortMonth(monthOf(date));
    return {
      column,
      row: dayOfWeek(date),
      // Computed when it is drawn: formatting 365 dates at once would be the largest part of a long task.
      get name() {
        return formatDay(date);
      },
      ...heatAmount(measure, usage.get(date)),
      isComing: date > today,
      link: () => link(date),
    };
  });
  // Every other weekday: there is no room for all labels.
  const rowNames = Array.from({ length: days }, (_, row) =>
    row % 2 === 0 ? formatWeekday((firstWeekday() + row) % days) : '',
  );
  return { cells, columnNames, rowNames, dates };
}
