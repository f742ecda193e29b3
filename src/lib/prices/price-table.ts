import type { PriceKind } from '../model/price-choice';

/** How names are matched, as genai-prices writes it. Letter case does not count, except in a `regex`. */
export type NameMatch =
  | { equals: string }
  | { starts_with: string }
  | { ends_with: string }
  | { contains: string }
  | { regex: string }
  | { or: readonly NameMatch[] }
  | { and: readonly NameMatch[] };

/**
 * Pico-dollars (a thousandth of a nano-dollar) per token: whole numbers, so that sums are exact. With tiers, a list of
 * [prompt tokens that the request must exceed, price for the whole request], ascending, the first from 0.
 */
export type TokenPrice = number | readonly (readonly [number, number])[];

export interface DatedPrices {
  /** First day that they hold, 'YYYY-MM-DD' in UTC; absent from the beginning. */
  from?: string;
  /** Times of day that they hold, 'HH:MM:SSZ' in UTC, the end excluded; absent all day. */
  between?: readonly [string, string];
  perToken: Partial<Record<PriceKind, TokenPrice>>;
}

export interface PricedModel {
  id: string;
  match: NameMatch;
  /** The last one that holds counts, else the first. */
  prices: readonly DatedPrices[];
}

export interface PriceProvider {
  id: string;
  /** Other names of the provider. */
  providerMatch?: NameMatch;
  /** Models that are this provider's own, where a log names no provider. */
  modelMatch?: NameMatch;
  /** Providers whose models it resells at their prices. */
  fallbacks?: readonly string[];
  models: readonly PricedModel[];
}

export interface PriceTable {
  name: string;
  version: string;
  /** When it was published, 'YYYY-MM-DD'. */
  date: string;
  providers: readonly PriceProvider[];
}
