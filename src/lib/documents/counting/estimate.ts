import { tokenRatio, type TokenRatio } from './token-ratio';

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
const answerShare = { low: 0.3, high: 0.9 };

/**
 * What one call for one document will use. For a batch, add up the ranges of single calls, because prices depend on
 * the size of a call.
 * @param textTokens o200k tokens of the document
 */
export function estimateCall(textTokens: number, model: string, shape: CallShape): CallEstimate {
  const { ratio, spread }: TokenRatio = tokenRatio(model);
  const prompt = (textTokens + shape.instructionTokens) * ratio;
  const answer = (share: number) => Math.min(textTokens * ratio * share, shape.answerLimit);
  return {
    prompt: { low: Math.floor(prompt * (1 - spread)), high: Math.ceil(prompt * (1 + spread)) },
    answer: { low: Math.floor(answer(answerShare.low)), high: Math.ceil(answer(answerShare.high)) },
  };
}
