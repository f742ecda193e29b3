/**
 * The additive counters that every source is converted to, plus reasoning, which is part of the output. All are
 * integers ≥ 0.
 */
export interface TokenCounters {
  /** Prompt tokens that were neither read from a cache nor written to one. */
  inputTokens: number;
  cacheReadTokens: number;
  cacheWrite5mTokens: number;
  cacheWrite1hTokens: number;
  /** Generated tokens, including reasoning. */
  outputTokens: number;
  /** Information only: the part of `outputTokens` that was reasoning. Never added to a total. */
  reasoningTokens: number;
}

/** Counters with their totals. */
export interface TokenTotals extends TokenCounters {
  promptTokens: number;
  completionTokens: number;
  totalTokens: number;
}

export const counterNames = [
  'inputTokens',
  'cacheReadTokens',
  'cacheWrite5mTokens',
  'cacheWrite1hTokens',
  'outputTokens',
  'reasoningTokens',
] as const satisfies readonly (keyof TokenCounters)[];

/** More tokens than a single call or a daily bucket can hold. Anything above is a broken record. */
export const maxTokensPerCounter = 1_000_000_000_000;

export const noTokens: TokenCounters = {
  inputTokens: 0,
  cacheReadTokens: 0,
  cacheWrite5mTokens: 0,
  cacheWrite1hTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
};

/** prompt = input + cache reads + cache writes; completion = output; total = prompt + completion. */
export function withTotals(counters: TokenCounters): TokenTotals {
  const promptTokens =
    counters.inputTokens +
    counters.cacheReadTokens +
    counters.cacheWrite5mTokens +
    counters.cacheWrite1hTokens;
  const completionTokens = counters.outputTokens;
  return { ...counters, promptTokens, completionTokens, totalTokens: promptTokens + completionTokens };
}

/** The same total as `withTotals` computes, without creating an object. */
export function totalTokensOf(counters: TokenCounters): number {
  return (
    counters.inputTokens +
    counters.cacheReadTokens +
    counters.cacheWrite5mTokens +
    counters.cacheWrite1hTokens +
    counters.outputTokens
  );
}

export function addTokens(a: TokenCounters, b: TokenCounters): TokenCounters {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
    cacheWrite5mTokens: a.cacheWrite5mTokens + b.cacheWrite5mTokens,
    cacheWrite1hTokens: a.cacheWrite1hTokens + b.cacheWrite1hTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    reasoningTokens: a.reasoningTokens + b.reasoningTokens,
  };
}
