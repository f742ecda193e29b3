/**
 * Civil months ('YYYY-MM') and days ('YYYY-MM-DD') as plain strings. A date that is already civil must never pass
 * through a local `Date`.
 */
export type Month = string;

/** Both ends are inclusive. */
export interface DayRange {
  from: string;
  to: string;
}

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

export function isMonth(text: string | null | undefined): text is Month {
  return text !== null && text !== undefined && monthPattern.test(text);
}

export function monthOf(date: string): Month {
  return date.slice(0, 7);
}

export function dayOf(date: string): number {
  return Number(date.slice(8, 10));
}

export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${pad(index - year * 12 + 1)}`;
}

export function daysIn(month: Month): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
}

export function rangeOf(month: Month): DayRange {
  return { from: dateIn(month, 1), to: dateIn(month, daysIn(month)) };
}

/**
 * The range that a month is compared with: the whole month before, or, for the running month, its days up to today's.
 * A shorter month ends at its own last day.
 */
export function comparedRange(month: Month, today: string): DayRange {
  const before = addMonths(month, -1);
  if (month !== monthOf(today)) return rangeOf(before);
  return { from: dateIn(before, 1), to: dateIn(before, Math.min(dayOf(today), daysIn(before))) };
}

function dateIn(month: Month, day: number): string {
  return `${month}-${pad(day)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
