import type { Calibration, RatioRange } from '../../model/extraction';
import { tokenRatio } from './token-ratio';

/** What is sent with each document and what is returned, in tokens. */
export interface CallShape {
  instructionTokens: number;
  /** The maximum length of an answer. */
  answerLimit: number;
}

export interface TokenRange {
  low: number;
  high: number;
}

export interface CallEstimate {
  prompt: TokenRange;
  answer: TokenRange;
}

/** Used before any answer is known: structured answers about documents had 0.3 to 0.9 tokens per token of text. */
const answerShare: RatioRange = { ratio: 0.6, spread: 0.5 };

/**
 * What one call for one document will use. For a batch, add up the ranges of single calls, because prices depend on
 * the size of a call.
 * @param textTokens o200k tokens of the document
 * @param known from real answers, which are better than any ratio
 */
export function estimateCall(
  textTokens: number,
  model: string,
  shape: CallShape,
  known: Calibration | null = null,
): CallEstimate {
  const usual = tokenRatio(model);
  const answer = known?.answer ?? { ...answerShare, ratio: answerShare.ratio * usual.ratio };
  const { low, high } = rangeOf(textTokens, answer);
  return {
    prompt: rangeOf(textTokens + shape.instructionTokens, known?.prompt ?? usual),
    answer: { low: Math.min(low, shape.answerLimit), high: Math.min(high, shape.answerLimit) },
  };
}

const rangeOf = (tokens: number, { ratio, spread }: RatioRange): TokenRange => ({
  // Answers to documents of very different sizes can vary by more than their mean.
  low: Math.floor(tokens * ratio * Math.max(0, 1 - spread)),
  high: Math.ceil(tokens * ratio * (1 + spread)),
});
