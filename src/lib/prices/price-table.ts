import type { PriceKind } from '../model/price-choice';

/** How names are matched, in the notation of genai-prices. Ignores case, except in a `regex`. */
export type NameMatch =
  | { equals: string }
  | { starts_with: string }
  | { ends_with: string }
  | { contains: string }
  | { regex: string }
  | { or: readonly NameMatch[] }
  | { and: readonly NameMatch[] };

/**
 * Pico-dollars (a thousandth of a nano-dollar) per token: integers, so that sums are exact. With tiers, a list of
 * [prompt tokens that the request must exceed, price for the whole request], ascending, the first from 0.
 */
export type TokenPrice = number | readonly (readonly [number, number])[];

export interface DatedPrices {
  /** The first day on which they apply, 'YYYY-MM-DD' in UTC; absent for no start. */
  from?: string;
  /** The times of day at which they apply, 'HH:MM:SSZ' in UTC, end exclusive; absent for all day. */
  between?: readonly [string, string];
  perToken: Partial<Record<PriceKind, TokenPrice>>;
}

export interface PricedModel {
  id: string;
  match: NameMatch;
  /** The last one that applies counts, or else the first. */
  prices: readonly DatedPrices[];
}

export interface PriceProvider {
  id: string;
  /** Other names of the provider. */
  providerMatch?: NameMatch;
  /** This provider's own models, for logs that name no provider. */
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
