/** One step of a run over stored events. */
export interface RepriceStep {
  /** Where the next step begins; null at the end of the run. */
  next: number | null;
  /** The number of events examined. */
  events: number;
  /** The number of events whose cost, or the rule behind it, changed. */
  changed: number;
}

export interface CostTotals {
  costNanoUsd: number;
  /** Tokens with an unknown cost; never counted as 0. */
  unpricedTokens: number;
}

/** What a change of prices would do to some events. Nothing is changed. */
export interface PricePreviewStep extends RepriceStep {
  before: CostTotals;
  after: CostTotals;
}

/** Stored tokens without a price, although one is known by now. */
export interface RepriceOffer {
  tokens: number;
  /** The tables that would price them. */
  pricedBy: string;
}

export type RepriceEnd = 'finished' | 'cancelled' | 'undone';
