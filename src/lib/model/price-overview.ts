import type { PriceChoice } from './price-choice';
import type { PriceMatch } from './price-match';
import type { PriceTableSummary } from './price-table-summary';

/** A model that the user has usage of, as one provider's log names it. */
export interface ModelPrice {
  /** Null where the log names none. */
  provider: string | null;
  model: string | null;
  eventCount: number;
  totalTokens: number;
  /** Never counted as 0. */
  unpricedTokens: number;
  costNanoUsd: number;
  /** All of it ran on the user's own machine: it costs nothing. */
  isLocal: boolean;
  /** Where its price comes from today; null where it has none. */
  match: PriceMatch | null;
  choice: PriceChoice | null;
}

export interface PriceOverview {
  builtIn: PriceTableSummary;
  /** A table that was brought as a file and is in force; null where there is none. */
  brought: PriceTableSummary | null;
  /** Those with unpriced tokens first, most of them first; then the largest first. */
  models: ModelPrice[];
}
