/** What usage pages count in. */
export const measures = ['tokens', 'money'] as const;
export type Measure = (typeof measures)[number];

/** The tokens, or the known cost in nano-dollars. */
export function amountOf(measure: Measure, usage: { totalTokens: number; costNanoUsd: number }): number {
  return measure === 'money' ? usage.costNanoUsd : usage.totalTokens;
}
