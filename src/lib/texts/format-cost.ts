import { amountOf, type Measure } from '../model/measure';
import type { CostSums } from '../model/usage-stats';
import { formatCompact, formatNumber, formatPercent } from './format';
import { locale } from './locale';
import { t } from './texts';

const cent = 0.01;
/** Stands where nothing has a price. */
const noAmount = '–';

/** The one place that turns stored costs into text. */
const money = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    ...options,
  });

interface Formats {
  locale: string;
  usual: Intl.NumberFormat;
  fine: Intl.NumberFormat;
  compact: Intl.NumberFormat;
}

let formats: Formats | undefined;

/** Kept for one locale: it is set once, before the first page. */
function known(): Formats {
  if (formats?.locale !== locale) {
    const fine = { maximumSignificantDigits: 2, minimumSignificantDigits: 1 };
    const compact = { notation: 'compact', minimumFractionDigits: 0, maximumSignificantDigits: 3 } as const;
    formats = { locale, usual: money({}), fine: money(fine), compact: money(compact) };
  }
  return formats;
}

/**
 * Nano-dollars as the reader writes money: '$43.60'. Below a cent with two significant digits ('$0.0042'), so that a cost
 * that is not zero never reads as zero.
 */
export function formatCost(nanoUsd: number): string {
  const { usual, fine } = known();
  const dollars = nanoUsd / 1e9;
  const isFine = dollars !== 0 && Math.abs(dollars) < cent;
  return (isFine ? fine : usual).format(dollars);
}

/**
 * What is known of a cost, with the tokens that have no price beside it: '$43.60 + 1.2M tokens without a price'. Where
 * nothing has a price no amount is named: a missing price is never 0.
 */
export function formatKnownCost({ costNanoUsd, unpricedTokens }: CostSums): string {
  if (unpricedTokens === 0) return formatCost(costNanoUsd);
  const unpriced = t.cost.withoutPrice(unpricedTokens, formatCompact(unpricedTokens));
  return costNanoUsd === 0 ? unpriced : t.cost.andUnpriced(formatCost(costNanoUsd), unpriced);
}

/** A cost where the tokens without a price stand in a column of their own: '–' where nothing has a price. */
export function formatPriced(costs: CostSums): string {
  return isUnknown(costs) ? noAmount : formatCost(costs.costNanoUsd);
}

/** Whether nothing of it has a price. */
export function isUnknown({ costNanoUsd, unpricedTokens }: CostSums): boolean {
  return costNanoUsd === 0 && unpricedTokens > 0;
}

/** Tokens, or nano-dollars. */
export function formatAmount(measure: Measure, amount: number): string {
  return measure === 'money' ? formatCost(amount) : formatNumber(amount);
}

/** For axes. */
export function formatCompactAmount(measure: Measure, amount: number): string {
  return measure === 'money' ? known().compact.format(amount / 1e9) : formatCompact(amount);
}

/** With a sign before numbers that are not exact. */
export function withMark(text: string, { inexactCount }: { inexactCount: number }): string {
  return inexactCount > 0 && text !== noAmount ? `≈\u00a0${text}` : text;
}

/** The share of a row in the whole: '–' where nothing of it has a price. */
export function shareText(
  measure: Measure,
  row: CostSums & { totalTokens: number },
  whole: { totalTokens: number; costNanoUsd: number },
): string {
  if (measure === 'money' && isUnknown(row)) return noAmount;
  return formatPercent(amountOf(measure, row) / Math.max(1, amountOf(measure, whole)));
}
