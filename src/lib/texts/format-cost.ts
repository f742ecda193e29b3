import type { CostSums } from '../model/usage-stats';
import { formatCompact } from './format';
import { locale } from './locale';
import { t } from './texts';

const cent = 0.01;

/** The one place that turns stored costs into text. */
const money = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    ...options,
  });

let formats: { locale: string; usual: Intl.NumberFormat; fine: Intl.NumberFormat } | undefined;

/**
 * Nano-dollars as the reader writes money: '$43.60'. Below a cent with two significant digits ('$0.0042'), so that a cost
 * that is not zero never reads as zero.
 */
export function formatCost(nanoUsd: number): string {
  if (formats?.locale !== locale) {
    const fine = { maximumSignificantDigits: 2, minimumSignificantDigits: 1 };
    formats = { locale, usual: money({}), fine: money(fine) };
  }
  const dollars = nanoUsd / 1e9;
  const isFine = dollars !== 0 && Math.abs(dollars) < cent;
  return (isFine ? formats.fine : formats.usual).format(dollars);
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
