import { daysIn, rangeOf, type DayRange } from './months';
import { lengthOf, monthsOf } from './ranges';

/** A flat rate for a tool, such as 'Claude Max' for $200 a month. Costs of its events are what the API would cost. */
export interface Subscription {
  id: string;
  name: string;
  /** The source whose usage it pays for. */
  source: string;
  /** Nano-dollars a month. */
  monthlyNanoUsd: number;
  /** Its first and last civil day; null if it hasn't ended. */
  from: string;
  to: string | null;
}

/** The days of the range on which it is paid for; undefined if there are none. */
export function paidDays({ from, to }: Subscription, range: DayRange): DayRange | undefined {
  const first = from > range.from ? from : range.from;
  const last = to !== null && to < range.to ? to : range.to;
  return first <= last ? { from: first, to: last } : undefined;
}

/**
 * What it costs in a range of days, in whole nano-dollars: each month by its days. A whole month costs exactly the
 * monthly price.
 */
export function priceOf(subscription: Subscription, range: DayRange): number {
  const paid = paidDays(subscription, range);
  if (paid === undefined) return 0;
  return monthsOf(paid)
    .map((month) => {
      const days = paidDays({ ...subscription, ...paid }, rangeOf(month));
      const share = days === undefined ? 0 : lengthOf(days) / daysIn(month);
      return Math.round(subscription.monthlyNanoUsd * share);
    })
    .reduce((sum, each) => sum + each, 0);
}

/**
 * Shares an amount by the weights, in whole units that add up to it exactly. Equal shares if all weights are 0; nothing
 * if there are none.
 * @param weights integers, at least 0
 */
export function shareOut(amount: number, weights: readonly number[]): number[] {
  const used = weights.some((each) => each > 0) ? weights : weights.map(() => 1);
  let weightLeft = used.reduce((sum, each) => sum + each, 0);
  let left = amount;
  // Each takes its share of the remainder, so that rounding errors don't accumulate.
  return used.map((weight) => {
    const share = weightLeft === 0 ? 0 : Math.round(left * (weight / weightLeft));
    left -= share;
    weightLeft -= weight;
    return share;
  });
}
