import type { HourUsage } from '../../model/usage-stats';
import { firstWeekday, formatHour, formatHourSpan, formatWeekday } from '../../texts/format';
import type { HeatCell } from './heat';

const days = 7;
const hours = 24;

/** A week as hours (columns) of days (rows, from the locale's first), and the names beside them. */
export function hourCells(usage: readonly HourUsage[]): {
  cells: HeatCell[];
  columnNames: string[];
  rowNames: string[];
} {
  const tokens = new Map(usage.map((each) => [each.weekday * hours + each.hour, each.totalTokens]));
  const weekdays = Array.from({ length: days }, (_, row) => (firstWeekday() + row) % days);
  const spans = Array.from({ length: hours }, (_, hour) => formatHourSpan(hour));
  const cells = spans.flatMap((span, column) =>
    weekdays.map((weekday, row) => ({
      column,
      row,
      name: `${formatWeekday(weekday)}, ${span}`,
      tokens: tokens.get(weekday * hours + column) ?? 0,
    })),
  );
  // A name is as wide as three columns.
  const columnNames = spans.map((_, hour) => (hour % 3 === 0 ? formatHour(hour) : ''));
  return { cells, columnNames, rowNames: weekdays.map(formatWeekday) };
}
