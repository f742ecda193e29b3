import type { Calibration } from '../../model/extraction';
import { estimateCall, type CallEstimate, type CallShape, type TokenRange } from './estimate';

/** What a batch will use in total, with one call per document. */
export interface BatchEstimate {
  prompt: TokenRange;
  answer: TokenRange;
  total: TokenRange;
  /** One estimate per document, because the cost of a call can depend on its size. */
  calls: readonly CallEstimate[];
}

/**
 * @param textTokens o200k tokens of each document
 * @param known from real answers, if there are any
 */
export function estimateBatch(
  textTokens: readonly number[],
  model: string,
  shape: CallShape,
  known: Calibration | null = null,
): BatchEstimate {
  const calls = textTokens.map((tokens) => estimateCall(tokens, model, shape, known));
  const prompt = sum(calls.map((call) => call.prompt));
  const answer = sum(calls.map((call) => call.answer));
  return { prompt, answer, total: sum([prompt, answer]), calls };
}

function sum(ranges: readonly TokenRange[]): TokenRange {
  return {
    low: ranges.reduce((total, { low }) => total + low, 0),
    high: ranges.reduce((total, { high }) => total + high, 0),
  };
}
