import { convert, digitsOf, dollars, rateUnits, type ShownCurrency } from '../model/display-currency';
import { billedAmount, statementCurrency, type Billing } from '../model/billing';
import { amountOf, type Measure } from '../model/measure';
import type { CostSums } from '../model/usage-stats';
import { formatCompact, formatNumber, formatPercent } from './format';
import { perLocale } from './locale';
import { t } from './texts';

/** Shown where nothing has a price. */
const noAmount = '–';

interface Formats {
  usual: Intl.NumberFormat;
  fine: Intl.NumberFormat;
  compact: Intl.NumberFormat;
  /** The smallest amount that the usual format doesn't round to zero: a cent. */
  least: number;
}

/** By currency. */
const formats = perLocale((locale) => {
  const made = new Map<string, Formats>();
  return (code: string): Formats => {
    let known = made.get(code);
    if (known === undefined) made.set(code, (known = formatsOf(locale, code)));
    return known;
  };
});

/** All amounts become text here. */
function formatsOf(locale: string, code: string): Formats {
  const money = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: code,
      currencyDisplay: 'narrowSymbol',
      ...options,
    });
  const fine = { maximumSignificantDigits: 2, minimumSignificantDigits: 1 };
  const compact = { notation: 'compact', minimumFractionDigits: 0, maximumSignificantDigits: 3 } as const;
  return { usual: money({}), fine: money(fine), compact: money(compact), least: 10 ** -digitsOf(code) };
}

let shown: () => ShownCurrency = () => dollars;

/** Sets where the currency of the page comes from. Components that format costs depend on what `current` reads. */
export function useCurrency(current: () => ShownCurrency): void {
  shown = current;
}

/** The currency in which the page shows costs, and its rate. */
export const shownCurrency = (): ShownCurrency => shown();

/**
 * Billionths of a currency in the user's format: '$43.60'. Amounts below a cent have two significant digits
 * ('$0.0042'), so that only zero reads as zero.
 */
export function formatMoney(nano: number, code: string): string {
  const { usual, fine, least } = formats()(code);
  const amount = nano / 1e9;
  const isFine = amount !== 0 && Math.abs(amount) < least;
  return (isFine ? fine : usual).format(amount);
}

/** Nano-dollars, in the currency that the page shows. */
export function formatCost(nanoUsd: number, currency = shown()): string {
  return formatMoney(convert(nanoUsd, currency), currency.code);
}

/** Nano-dollars in dollars, for list prices. */
export const formatDollars = (nanoUsd: number): string => formatMoney(nanoUsd, dollars.code);

/** '$1.00 = €0.92', with the digits that the rate has. */
export function formatRate({ code, perUsd }: ShownCurrency): string {
  const rate = new Intl.NumberFormat(formats()(code).usual.resolvedOptions().locale, {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 6,
  });
  return `${formatDollars(1e9)} = ${rate.format(perUsd / 1e6)}`;
}

/**
 * A known cost and the tokens without a price: '$43.60 + 1.2M tokens without a price'. If nothing has a price, there is
 * no amount, since a missing price is never 0.
 */
export function formatKnownCost({ costNanoUsd, unpricedTokens }: CostSums, currency = shown()): string {
  if (unpricedTokens === 0) return formatCost(costNanoUsd, currency);
  const unpriced = t.cost.withoutPrice(unpricedTokens, formatCompact(unpricedTokens));
  return costNanoUsd === 0 ? unpriced : t.cost.andUnpriced(formatCost(costNanoUsd, currency), unpriced);
}

/** A cost in a table with a separate column for tokens without a price; '–' if nothing has a price. */
export function formatPriced(costs: CostSums): string {
  return isUnknown(costs) ? noAmount : formatCost(costs.costNanoUsd);
}

/** What a client pays, on their statement; '–' if nothing is known. */
export function formatBilled(
  usage: CostSums & { totalTokens: number },
  billing: Billing | null,
  currency = shown(),
): string {
  const { nano, isUnknown } = billedAmount(usage, billing, currency);
  return isUnknown ? noAmount : formatMoney(nano, statementCurrency(billing, currency).code);
}

/** Whether no part of it has a price. */
export function isUnknown({ costNanoUsd, unpricedTokens }: CostSums): boolean {
  return costNanoUsd === 0 && unpricedTokens > 0;
}

/** Tokens, or nano-dollars. */
export function formatAmount(measure: Measure, amount: number): string {
  return measure === 'money' ? formatCost(amount) : formatNumber(amount);
}

/** For axes. */
export function formatCompactAmount(measure: Measure, amount: number): string {
  if (measure === 'tokens') return formatCompact(amount);
  const currency = shown();
  return formats()(currency.code).compact.format(convert(amount, currency) / 1e9);
}

/** Displayed units per stored unit, so that axes have round numbers in the displayed currency. */
export function shownPerStored(measure: Measure): number {
  return measure === 'money' ? shown().perUsd / rateUnits : 1;
}

/** Puts ≈ before inexact numbers. */
export function withMark(text: string, { inexactCount }: { inexactCount: number }): string {
  return inexactCount > 0 && text !== noAmount ? `≈\u00a0${text}` : text;
}

/** A row's share of the whole; '–' if no part of the row has a price. */
export function shareText(
  measure: Measure,
  row: CostSums & { totalTokens: number },
  whole: { totalTokens: number; costNanoUsd: number },
): string {
  if (measure === 'money' && isUnknown(row)) return noAmount;
  return formatPercent(amountOf(measure, row) / Math.max(1, amountOf(measure, whole)));
}
