import {
  addMonths,
  comparedRange,
  dayOf,
  daysIn,
  isMonth,
  monthOf,
  rangeOf,
  type DayRange,
  type Month,
} from './months';

/**
 * The periods of civil days that a page can show. Named periods move with today; a month and a custom period are
 * fixed. No function here needs a time zone: `today` is the civil date in the reporting zone.
 */
export type PeriodKind = 'month' | 'last-30-days' | 'quarter' | 'year' | 'custom';

export interface Period extends DayRange {
  kind: PeriodKind;
}

/** What a period is compared with: the period before it, the same period a year earlier, or nothing. */
export const comparisons = ['previous', 'year', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

const millisecondsPerDay = 86_400_000;

export function isCivilDate(text: string | null | undefined): text is string {
  if (text === null || text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const month = text.slice(0, 7);
  return isMonth(month) && dayOf(text) >= 1 && dayOf(text) <= daysIn(month);
}

export function addDays(date: string, count: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The number of days in a range, both ends included. */
export function lengthOf({ from, to }: DayRange): number {
  return (
    Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay) + 1
  );
}

/** All days of a range, ascending. */
export function daysOf(range: DayRange): string[] {
  return Array.from({ length: lengthOf(range) }, (_, index) => addDays(range.from, index));
}

/** All months that a range touches, ascending. */
export function monthsOf({ from, to }: DayRange): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) months.push(month);
  return months;
}

export function monthPeriod(month: Month): Period {
  return { kind: 'month', ...rangeOf(month) };
}

/** The current dates of a named period. */
export function namedPeriod(kind: Exclude<PeriodKind, 'month' | 'custom'>, today: string): Period {
  if (kind === 'last-30-days') return { kind, from: addDays(today, -29), to: today };
  const month = monthOf(today);
  const year = month.slice(0, 4);
  if (kind === 'year') return { kind, from: `${year}-01-01`, to: `${year}-12-31` };
  const index = Number(month.slice(5)) - 1;
  const first = addMonths(month, -(index % 3));
  return { kind, from: rangeOf(first).from, to: rangeOf(addMonths(first, 2)).to };
}

/**
 * The range that a period is compared with: the same number of months (or days) right before it, or the same days a
 * year earlier. A period that is still running is compared only up to today's counterpart. Shorter months end at
 * their own last day.
 */
export function comparedWith(period: Period, today: string, comparison: Comparison): DayRange | undefined {
  if (comparison === 'none') return undefined;
  if (period.kind === 'month' && comparison === 'previous') return comparedRange(monthOf(period.from), today);
  const months = wholeMonths(period);
  const isRunning = period.from <= today && today <= period.to;
  if (comparison === 'previous' && months === undefined) {
    const days = lengthOf(period);
    const end = isRunning ? today : period.to;
    return { from: addDays(period.from, -days), to: addDays(end, -days) };
  }
  const back = comparison === 'year' ? -12 : -(months ?? 0);
  const from = shiftMonths(period.from, back);
  if (isRunning) return { from, to: shiftMonths(today, back) };
  if (months === undefined) return { from, to: shiftMonths(period.to, back) };
  return { from, to: rangeOf(addMonths(monthOf(period.to), back)).to };
}

/**
 * The adjacent period before (-1) or after (1): whole months if the period consists of whole months, else the same
 * number of days.
 */
export function neighbour(period: Period, direction: -1 | 1, today: string): Period {
  if (period.kind === 'month') return monthPeriod(addMonths(monthOf(period.from), direction));
  const months = wholeMonths(period);
  const range =
    months === undefined
      ? {
          from: addDays(period.from, direction * lengthOf(period)),
          to: addDays(period.to, direction * lengthOf(period)),
        }
      : {
          from: rangeOf(addMonths(monthOf(period.from), direction * months)).from,
          to: rangeOf(addMonths(monthOf(period.to), direction * months)).to,
        };
  return recognised(range, today);
}

/**
 * Turns a range back into a named period where it equals one, so that stepping away and back leads to the same
 * address.
 */
function recognised(range: DayRange, today: string): Period {
  const named = (['quarter', 'year', 'last-30-days'] as const)
    .map((kind) => namedPeriod(kind, today))
    .find(({ from, to }) => from === range.from && to === range.to);
  return named ?? { kind: 'custom', ...range };
}

/** Whether a range starts on the first day of a month and ends on the last day of one. */
export function isWholeMonths({ from, to }: DayRange): boolean {
  return dayOf(from) === 1 && dayOf(to) === daysIn(monthOf(to));
}

/** Splits a range into its whole months and the days before and after them (at most two ranges, ascending). */
export function splitIntoMonths({ from, to }: DayRange): {
  months: { from: Month; to: Month } | undefined;
  days: DayRange[];
} {
  const first = dayOf(from) === 1 ? monthOf(from) : addMonths(monthOf(from), 1);
  const last = dayOf(to) === daysIn(monthOf(to)) ? monthOf(to) : addMonths(monthOf(to), -1);
  if (first > last) return { months: undefined, days: [{ from, to }] };
  const before = { from, to: addDays(rangeOf(first).from, -1) };
  const after = { from: addDays(rangeOf(last).to, 1), to };
  return { months: { from: first, to: last }, days: [before, after].filter((days) => days.from <= days.to) };
}

/** The number of whole months in a period; undefined if it isn't made of whole months. */
function wholeMonths(period: Period): number | undefined {
  if (period.kind === 'last-30-days' || !isWholeMonths(period)) return undefined;
  return monthsOf(period).length;
}

/** The same day of another month, or its last day if that month is shorter. */
function shiftMonths(date: string, count: number): string {
  const month = addMonths(monthOf(date), count);
  return `${month}-${String(Math.min(dayOf(date), daysIn(month))).padStart(2, '0')}`;
}
