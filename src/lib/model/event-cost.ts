import type { TokenCounters } from './tokens';
import type { CountQuality, LlmMode, SourceUsageEvent } from './usage-event';

/**
 * How an event's cost is known. `recorded`: the tool itself recorded it. `computed`: from a price table. `free`: the
 * model ran on the user's own machine. `unpriced`: not known, which is never 0.
 */
type CostBasis = 'recorded' | 'computed' | 'free' | 'unpriced';

export interface EventCost {
  /** Nano-dollars; null if and only if `costBasis` is `unpriced`. */
  costNanoUsd: number | null;
  costBasis: CostBasis;
  /** The price table, and the rule in it, that a computed cost comes from. */
  priceRule: string | null;
}

/** Everything that a cost can depend on. */
export interface BillableEvent extends TokenCounters {
  provider: string | null;
  model: string | null;
  llmMode: LlmMode;
  /** UTC milliseconds. */
  occurredAt: number;
  recordedCostNanoUsd?: number | null;
  serviceTier?: string | null;
  countQuality?: CountQuality;
  granularity: SourceUsageEvent['granularity'];
}

/** The largest cost of one event: a million dollars, in nano-dollars. Anything above is a broken record. */
export const maxCostNanoUsd = 1_000_000_000_000_000;
