import type { PriceChoice } from './price-choice';
import type { PriceMatch } from './price-match';
import type { PriceTableSummary } from './price-table-summary';

/** A model with usage, as one provider's log names it. */
export interface ModelPrice {
  /** Null if the log names none. */
  provider: string | null;
  model: string | null;
  eventCount: number;
  totalTokens: number;
  /** Never counted as 0. */
  unpricedTokens: number;
  costNanoUsd: number;
  /** As in `UsageSums`. */
  inexactCount: number;
  /** All of its usage ran on the user's own machine, so it is free. */
  isLocal: boolean;
  /** The source of its current price; null if it has none. */
  match: PriceMatch | null;
  choice: PriceChoice | null;
}

export interface PriceOverview {
  builtIn: PriceTableSummary;
  /** The current table from a file; null if there is none. */
  brought: PriceTableSummary | null;
  /** First those with unpriced tokens, by their number; then by size. */
  models: ModelPrice[];
}
