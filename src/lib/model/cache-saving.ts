/**
 * What the cache changed about the cost of some usage, at the list prices of each day or month: what reading and
 * writing it cost, and what the same tokens would have cost as plain input.
 */
export interface CacheSaving {
  /** Nano-dollars; negative if writing the cache cost more than reading it saved. */
  savedNanoUsd: number;
  /** Cached tokens whose price is unknown. They aren't in the sum. */
  unpricedTokens: number;
}
