import type { Month } from './months';

/** The currency in which pages show costs, with the user's own rates. Costs are stored in dollars. */
export interface DisplayCurrency {
  /** ISO 4217, such as 'EUR'. */
  code: string;
  /** Ascending by month. */
  rates: ExchangeRate[];
}

/** A rate that applies from a month on, until the next one. */
export interface ExchangeRate {
  month: Month;
  /** Millionths of the currency for one dollar: an integer. */
  perUsd: number;
}

/** What amounts of one page are shown in. */
export interface ShownCurrency {
  code: string;
  perUsd: number;
  /** The month of the rate; null for dollars. */
  since: Month | null;
}

export const rateUnits = 1_000_000;
/** A million units for a dollar. Anything above is a typing error. */
export const maxPerUsd = 1_000_000 * rateUnits;

export const dollars: ShownCurrency = { code: 'USD', perUsd: rateUnits, since: null };

/**
 * The currency for the costs of a month: at the latest rate that had begun by then, or at the first one if all are
 * later. Dollars if there is no rate: a rate is never guessed.
 */
export function currencyIn(chosen: DisplayCurrency | null, month: Month): ShownCurrency {
  if (chosen === null) return dollars;
  const rate = chosen.rates.findLast((each) => each.month <= month) ?? chosen.rates[0];
  return rate === undefined ? dollars : { code: chosen.code, perUsd: rate.perUsd, since: rate.month };
}

/** Converts nano-dollars to billionths of the currency, for display only: stored sums stay in dollars. */
export function convert(nanoUsd: number, { perUsd }: ShownCurrency): number {
  return perUsd === rateUnits ? nanoUsd : Math.round((nanoUsd * perUsd) / rateUnits);
}

/** How many decimals the currency has: 2 for most, 0 for yen. */
export function digitsOf(code: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
