/** What pages of numbers count in. */
export const measures = ['tokens', 'money'] as const;
export type Measure = (typeof measures)[number];

/** Tokens, or nano-dollars of what has a price. */
export function amountOf(measure: Measure, usage: { totalTokens: number; costNanoUsd: number }): number {
  return measure === 'money' ? usage.costNanoUsd : usage.totalTokens;
}
