import type { HourUsage, WeekHour } from '../../model/usage-stats';
import { firstWeekday, formatHour, formatWeekday, formatWeekHour } from '../../texts/format';
import type { HeatCell } from './heat';

const days = 7;
const hours = 24;

/** A week as hours (columns) of days (rows, from the locale's first), and the names beside them. `link` leads to an hour's events. */
export function hourCells(
  usage: readonly HourUsage[],
  link: (weekHour: WeekHour) => string,
): {
  cells: HeatCell[];
  columnNames: string[];
  rowNames: string[];
} {
  const tokens = new Map(usage.map((each) => [each.weekday * hours + each.hour, each.totalTokens]));
  const weekdays = Array.from({ length: days }, (_, row) => (firstWeekday() + row) % days);
  const allHours = Array.from({ length: hours }, (_, hour) => hour);
  const cells = allHours.flatMap((hour) =>
    weekdays.map((weekday, row) => ({
      column: hour,
      row,
      // When it is drawn: 168 names at once are a long task.
      get name() {
        return formatWeekHour({ weekday, hour });
      },
      tokens: tokens.get(weekday * hours + hour) ?? 0,
      link: () => link({ weekday, hour }),
    })),
  );
  // A name is as wide as three columns.
  const columnNames = allHours.map((hour) => (hour % 3 === 0 ? formatHour(hour) : ''));
  return { cells, columnNames, rowNames: weekdays.map(formatWeekday) };
}
