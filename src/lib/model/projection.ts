import { dayOf, daysIn, monthOf, type Month } from './months';

export interface Projection {
  /** The projected tokens, or nano-dollars, at the end of the month, as an integer. */
  totalTokens: number;
  /** The daily mean that the projection is based on, and the number of days, including today. */
  perDay: number;
  days: number;
}

/** Earlier in the month, a mean isn't meaningful. */
const firstDay = 3;

/**
 * Projects the total of a running month: the daily mean so far, including today, times the number of days in the
 * month. Weekends aren't considered. Undefined before the third day, and for a month that isn't running.
 */
export function projectMonth(totalTokens: number, month: Month, today: string): Projection | undefined {
  const days = dayOf(today);
  if (month !== monthOf(today) || days < firstDay) return undefined;
  const perDay = totalTokens / days;
  return { totalTokens: Math.round(perDay * daysIn(month)), perDay: Math.round(perDay), days };
}
