import type { Measure } from '../../model/measure';
import type { HourUsage, WeekHour } from '../../model/usage-stats';
import { firstWeekday, formatHour, formatWeekday, formatWeekHour } from '../../texts/format';
import { heatAmount, type HeatCell } from './heat';

const days = 7;
const hours = 24;

/**
 * A week as a grid of hours (columns) and weekdays (rows, starting with the locale's first), with its labels. `link`
 * returns the address of an hour's events.
 */
export function hourCells(
  usage: readonly HourUsage[],
  measure: Measure,
  link: (weekHour: WeekHour) => string,
): {
  cells: HeatCell[];
  columnNames: string[];
  rowNames: string[];
} {
  const byHour = new Map(usage.map((each) => [each.weekday * hours + each.hour, each]));
  const weekdays = Array.from({ length: days }, (_, row) => (firstWeekday() + row) % days);
  const allHours = Array.from({ length: hours }, (_, hour) => hour);
  const cells = allHours.flatMap((hour) =>
    weekdays.map((weekday, row) => ({
      column: hour,
      row,
      // Computed when it is drawn: formatting 168 labels at once would be a long task.
      get name() {
        return formatWeekHour({ weekday, hour });
      },
      ...heatAmount(measure, byHour.get(weekday * hours + hour)),
      link: () => link({ weekday, hour }),
    })),
  );
  // A label is as wide as three columns.
  const columnNames = allHours.map((hour) => (hour % 3 === 0 ? formatHour(hour) : ''));
  return { cells, columnNames, rowNames: weekdays.map(formatWeekday) };
}
