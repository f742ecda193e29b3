import { monthOf, type DayRange } from '../../model/months';
import { isWholeMonths, monthsOf, type Period } from '../../model/ranges';
import { formatDates, formatMonth, formatNumber } from '../../texts/format';
import { t } from '../../texts/texts';

/** The name of a period: a month, quarter or year by its name, else its first and last day. */
export function periodName({ kind, from, to }: Period | (DayRange & { kind?: undefined })): string {
  if (kind === 'last-30-days') return t.month.ranges['last-30-days'];
  const months = monthsOf({ from, to });
  const isWhole = isWholeMonths({ from, to });
  const first = Number(from.slice(5, 7));
  if (isWhole && months.length === 1) return formatMonth(monthOf(from));
  if (isWhole && months.length === 12 && first === 1) return from.slice(0, 4);
  if (isWhole && months.length === 3 && first % 3 === 1) {
    return t.month.quarterName(formatNumber((first + 2) / 3), from.slice(0, 4));
  }
  return formatDates(from, to);
}
