import { dayOf, daysIn, monthOf, type Month } from './months';

export interface Projection {
  /** Whole tokens at the month's end. */
  totalTokens: number;
  /** The daily mean that it is made of, and over how many days, today included. */
  perDay: number;
  days: number;
}

/** Before this day a mean says nothing. */
const firstDay = 3;

/**
 * An estimate of a running month's total: the daily mean of the days so far, today included, times the days of the month.
 * It knows nothing of weekends. Undefined before the third day, and for a month that is not running.
 */
export function projectMonth(totalTokens: number, month: Month, today: string): Projection | undefined {
  const days = dayOf(today);
  if (month !== monthOf(today) || days < firstDay) return undefined;
  const perDay = totalTokens / days;
  return { totalTokens: Math.round(perDay * daysIn(month)), perDay: Math.round(perDay), days };
}
