import type { LlmAddress } from '../../model/extraction';
import { modeOf } from '../../model/forwarded-model';
import { noTokens } from '../../model/tokens';
import { pricerOf } from '../prices/pricer';
import type { Connection } from '../context';
import { all } from '../sql/statements';

export interface CallEstimate {
  promptTokens: number;
  answerTokens: number;
}

interface Shape {
  addressId: string;
  model: string;
  instructionTokens: number;
  tokenRatio: number;
  answerLimit: number;
}

/**
 * Estimates the usage of a call. Answers of the same model at the same address are better than any ratio: from the
 * first one on, they show how many tokens the model counts for one of ours, and how long its answers are.
 */
export function estimateCall(connection: Connection, textTokens: number, shape: Shape): CallEstimate {
  const [seen] = all<{ sent: number; text: number; prompt: number; answer: number }>(
    connection,
    `SELECT coalesce(sum(cvs.text_tokens + batch.instruction_tokens), 0) AS sent,
       coalesce(sum(cvs.text_tokens), 0) AS text,
       coalesce(sum(attempt.prompt_tokens), 0) AS prompt, coalesce(sum(attempt.answer_tokens), 0) AS answer
     FROM extraction_batches AS batch
       JOIN extraction_attempts AS attempt ON attempt.batch_id = batch.id AND attempt.state = 'answered'
       JOIN cvs ON cvs.id = attempt.cv_id
     WHERE batch.address_id = ?1 AND batch.model = ?2`,
    [shape.addressId, shape.model],
  );
  const ratio = seen && seen.sent > 0 ? seen.prompt / seen.sent : shape.tokenRatio;
  const answer = seen && seen.text > 0 ? (textTokens * seen.answer) / seen.text : shape.answerLimit;
  return {
    promptTokens: Math.ceil((textTokens + shape.instructionTokens) * ratio),
    answerTokens: Math.min(shape.answerLimit, Math.ceil(answer)),
  };
}

/** In nano-dollars; null if no price is known. */
export function costOfCall(
  connection: Connection,
  address: Pick<LlmAddress, 'kind' | 'origin' | 'llmMode'>,
  model: string,
  promptTokens: number,
  answerTokens: number,
  occurredAt: number,
): number | null {
  return pricerOf(connection).costOf({
    ...noTokens,
    inputTokens: promptTokens,
    outputTokens: answerTokens,
    provider: providerOf(address),
    model,
    llmMode: modeOf(address, model),
    occurredAt,
    granularity: 'moment',
  }).costNanoUsd;
}

const providers: Readonly<Record<string, string>> = {
  'https://api.openai.com': 'openai',
  'https://api.anthropic.com': 'anthropic',
  'https://api.mistral.ai': 'mistral',
  'https://openrouter.ai': 'openrouter',
  'https://api.groq.com': 'groq',
};

/** Null for a program on this machine, whose name isn't known. */
export function providerOf({ kind, origin }: Pick<LlmAddress, 'kind' | 'origin'>): string | null {
  if (!origin.startsWith('https:')) return null;
  return providers[origin] ?? (kind === 'anthropic' ? 'anthropic' : new URL(origin).hostname);
}
