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
 * The stretches of civil days that a page can show. Named ones move with today; a month and a custom one stand still.
 * Nothing here knows a time zone: `today` is the civil date in the reporting one.
 */
export type PeriodKind = 'month' | 'last-30-days' | 'quarter' | 'year' | 'custom';

export interface Period extends DayRange {
  kind: PeriodKind;
}

/** With what a period is compared: the period before it, the same one a year earlier, or nothing. */
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

/** How many days a range has, both ends included. */
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

/** A named period as it lies today. */
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
 * What a period is compared with: as many months (or days) right before it, or the same days of the year before. A period
 * that still runs is compared with the same days only, up to today's; months with fewer days end at their own last.
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

/** The period right before (-1) or after (1): of whole months where it is made of such, else of as many days. */
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

/** The named period that a range is, so that stepping away and back leads to the same address. */
function recognised(range: DayRange, today: string): Period {
  const named = (['quarter', 'year', 'last-30-days'] as const)
    .map((kind) => namedPeriod(kind, today))
    .find(({ from, to }) => from === range.from && to === range.to);
  return named ?? { kind: 'custom', ...range };
}

/** Whether a range begins with the first day of a month and ends with the last of one. */
export function isWholeMonths({ from, to }: DayRange): boolean {
  return dayOf(from) === 1 && dayOf(to) === daysIn(monthOf(to));
}

/** The whole months of a range, and the stretches of days before and after them: at most two, ascending. */
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

/** Of how many whole months a period is made; undefined where it is not. */
function wholeMonths(period: Period): number | undefined {
  if (period.kind === 'last-30-days' || !isWholeMonths(period)) return undefined;
  return monthsOf(period).length;
}

/** The same day of another month, or its last one where it is shorter. */
function shiftMonths(date: string, count: number): string {
  const month = addMonths(monthOf(date), count);
  return `${month}-${String(Math.min(dayOf(date), daysIn(month))).padStart(2, '0')}`;
}
