/** One step of a run over stored events. */
export interface RepriceStep {
  /** Where the next step begins; null when the run has reached the end. */
  next: number | null;
  /** Events that were looked at. */
  events: number;
  /** Those of them whose cost, or the rule it comes from, changed. */
  changed: number;
}

export interface CostTotals {
  costNanoUsd: number;
  /** Tokens whose cost is not known; never counted as 0. */
  unpricedTokens: number;
}

/** What a change of prices would do to some events. Nothing is changed. */
export interface PricePreviewStep extends RepriceStep {
  before: CostTotals;
  after: CostTotals;
}

/** Stored tokens that have no price yet although one is known by now. */
export interface RepriceOffer {
  tokens: number;
  /** What they would be priced by. */
  pricedBy: string;
}

export type RepriceEnd = 'finished' | 'cancelled' | 'undone';
