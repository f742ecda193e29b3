import type { CostSums } from './usage-stats';

/** What was printed or exported: a client's statement, or the page of everything, a client or a project. */
export interface IssuedSubject {
  kind: 'statement' | 'all' | 'client' | 'project';
  /** The client's name or the project's id; '' for everything, and for the projects without a client. */
  key: string;
}

/** The sums of a month when it was last printed or exported. */
export interface Issued extends CostSums {
  totalTokens: number;
  issuedAt: number;
}

/** By how much a month has changed since; null if it hasn't. Tokens, nano-dollars, and tokens without a price. */
export function changeSince(
  issued: Issued,
  now: CostSums & { totalTokens: number },
): (CostSums & { totalTokens: number }) | null {
  const change = {
    totalTokens: now.totalTokens - issued.totalTokens,
    costNanoUsd: now.costNanoUsd - issued.costNanoUsd,
    unpricedTokens: now.unpricedTokens - issued.unpricedTokens,
  };
  return Object.values(change).every((each) => each === 0) ? null : change;
}
