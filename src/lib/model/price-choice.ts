/**
 * The price of each kind of token in integer pico-dollars per token, which are millionths of a dollar per million
 * tokens.
 */
type PerToken = Partial<Record<PriceKind, number>>;

export type PriceKind = 'input' | 'cacheRead' | 'cacheWrite5m' | 'cacheWrite1h' | 'output';

export const priceKinds = [
  'input',
  'cacheRead',
  'cacheWrite5m',
  'cacheWrite1h',
  'output',
] as const satisfies readonly PriceKind[];

export interface OwnPrice {
  /** The first day on which it applies, 'YYYY-MM-DD' in UTC; null for no start. */
  from: string | null;
  perToken: PerToken;
}

/**
 * The user's choice for a model: their own prices (before the first one's day, the tables apply), the price of
 * another model, or free.
 */
export type PriceChoice =
  { kind: 'own'; prices: OwnPrice[] } | { kind: 'alias'; model: string } | { kind: 'free' };

export interface ModelPriceChoice {
  /** The model's name in the events. */
  model: string;
  choice: PriceChoice;
}

/** The highest price of a million tokens, in dollars. Anything above is a typing error. */
export const maxDollarsPerMillion = 100_000;

export const picoPerDollarPerMillion = 1_000_000;

/** A possible change of prices: a model's choice, or the current table (null for the built-in one alone). */
export type PriceChange =
  { kind: 'choice'; model: string; choice: PriceChoice | null } | { kind: 'table'; id: string | null };
