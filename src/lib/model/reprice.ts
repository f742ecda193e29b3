/** How far a run has come: the ids of the last rows that it examined. Starts at `repriceStart`. */
export interface RepricePlace {
  event: number;
  /** Among the events of deleted projects and left-out copies. */
  deleted: number;
}

export const repriceStart: RepricePlace = { event: 0, deleted: 0 };

interface Step<Place> {
  /** Where the next step begins; null at the end. */
  next: Place | null;
  /** The number of events examined. */
  events: number;
  /** The number of events whose cost, or the rule behind it, changed. */
  changed: number;
}

/** One step of a run over stored events. */
export type RepriceStep = Step<RepricePlace>;

export interface CostTotals {
  costNanoUsd: number;
  /** Tokens with an unknown cost; never counted as 0. */
  unpricedTokens: number;
}

/** What a change of prices would do to some events. Nothing is changed. */
export interface PricePreviewStep extends Step<number> {
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
