import { amountOf, type Measure } from '../../model/measure';
import type { CostSums } from '../../model/usage-stats';
import { formatKnownCost, withMark } from '../../texts/format-cost';
import { t } from '../../texts/texts';

/** The usage that a mark stands for. */
export interface HeatUsage extends CostSums {
  totalTokens: number;
  inexactCount: number;
}

/** One mark of a heat map. Columns and rows are counted from 0. */
export interface HeatCell {
  column: number;
  row: number;
  /** The full name of its day or hour. */
  name: string;
  /** In tokens or nano-dollars. */
  amount: number;
  /** The amount in words, including tokens without a price. A function because a year has 365 of them. */
  text: () => string;
  /** Costs are shown, and some tokens have no price. */
  hasUnpriced: boolean;
  /** In the future, so it can't have usage yet. */
  isComing?: boolean;
  /**
   * Returns the address of the usage behind the mark. A function, because a year has 365 marks and few are opened.
   */
  link: () => string;
}

/** Whether there is any usage behind a mark. */
export function isUsed({ amount, hasUnpriced }: HeatCell): boolean {
  return amount > 0 || hasUnpriced;
}

/** The amount of a mark, in tokens or in money. */
export function heatAmount(
  measure: Measure,
  usage: HeatUsage | undefined,
): Pick<HeatCell, 'amount' | 'text' | 'hasUnpriced'> {
  if (usage === undefined) return { amount: 0, text: () => '', hasUnpriced: false };
  const isMoney = measure === 'money';
  return {
    amount: amountOf(measure, usage),
    text: () => withMark(isMoney ? formatKnownCost(usage) : t.events.tokens(usage.totalTokens), usage),
    hasUnpriced: isMoney && usage.unpricedTokens > 0,
  };
}

/** The number of shades, not counting zero. */
export const heatLevels = 4;

/**
 * The shade of a value, from 0 (none) to 4 (close to the largest). It grows with the square root, so that one huge
 * day doesn't make all the others look alike.
 */
export function heatLevel(amount: number, largest: number): number {
  if (amount <= 0 || largest <= 0) return 0;
  return Math.min(heatLevels, Math.max(1, Math.ceil(heatLevels * Math.sqrt(amount / largest))));
}
