import type { PriceKind } from './price-choice';

/**
 * A known cost by kind of token, in nano-dollars: integers that add up to it. `undivided` is what can't be divided
 * without guessing: costs that a tool recorded, costs of long requests with special prices, and costs at prices that no
 * longer apply.
 */
export type CostByKind = Record<PriceKind | 'undivided', number>;

export const noCostByKind: CostByKind = {
  input: 0,
  cacheRead: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  output: 0,
  undivided: 0,
};
