/** What a kind of token costs in whole pico-dollars per token, which are millionths of a dollar per million tokens. */
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
  /** First day that it holds, 'YYYY-MM-DD' in UTC; null from the beginning. */
  from: string | null;
  perToken: PerToken;
}

/**
 * What the user says about a model's price: their own prices (before the first one's day the tables hold), that it is
 * another model's, or that it costs nothing.
 */
export type PriceChoice =
  { kind: 'own'; prices: OwnPrice[] } | { kind: 'alias'; model: string } | { kind: 'free' };

export interface ModelPriceChoice {
  /** As it stands in the events. */
  model: string;
  choice: PriceChoice;
}

/** Most that a million tokens can cost, in dollars: what is above is a slip of the pen. */
export const maxDollarsPerMillion = 100_000;

export const picoPerDollarPerMillion = 1_000_000;

/** What could be changed about prices: a model's choice, or the table in force (null is the built-in one alone). */
export type PriceChange =
  { kind: 'choice'; model: string; choice: PriceChoice | null } | { kind: 'table'; id: string | null };
