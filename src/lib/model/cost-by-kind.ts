import type { PriceKind } from './price-choice';

/**
 * A known cost by kind of token, in nano-dollars: integers that add up to it. `undivided` is what can't be divided
 * without guessing: costs that a tool recorded, costs of long requests with special prices, and costs at prices that no
 * longer apply.
 */
export type CostByKind = Record<PriceKind | 'undivided', number>;

export function addCostByKind(a: CostByKind, b: CostByKind): CostByKind {
  return {
    input: a.input + b.input,
    cacheRead: a.cacheRead + b.cacheRead,
    cacheWrite5m: a.cacheWrite5m + b.cacheWrite5m,
    cacheWrite1h: a.cacheWrite1h + b.cacheWrite1h,
    output: a.output + b.output,
    undivided: a.undivided + b.undivided,
  };
}

export const noCostByKind: CostByKind = {
  input: 0,
  cacheRead: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  output: 0,
  undivided: 0,
};
