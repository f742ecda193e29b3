import type { CallEnd, Failure, Hold, LlmAddress, NextStep } from '../../model/extraction';
import { noTokens, totalTokensOf } from '../../model/tokens';
import type { ModelAnswer } from './conversation';
import { asObject, asText, parseJson } from './wire';

/** The outcome of a call. */
export type CallResult =
  | { kind: 'answer'; answer: ModelAnswer }
  | { kind: 'status'; status: number; body: string; retryAfterMs: number | null }
  /** There was no connection, so the server used no tokens. */
  | { kind: 'unreachable' }
  /** A program is running there, but it doesn't allow this page, so the browser didn't send the request. */
  | { kind: 'page-refused' }
  /** It answered with something else, such as a web page. `isJson`: a model may have written it, in another form. */
  | { kind: 'not-a-model'; isJson: boolean }
  /** The connection ended during the answer, the server sent nothing for too long, or the user stopped it. */
  | { kind: 'broken' | 'silent' | 'aborted'; pieces: number };

export interface CallContext {
  address: Pick<LlmAddress, 'llmMode'>;
  /** The number of this document's tries, from 1. */
  tries: number;
  /**
   * The number of consecutive calls of this batch without an answer, for the same temporary reason, including this
   * one.
   */
  inARow: number;
  /** The text alone, in o200k tokens. */
  textTokens: number;
  estimatedPromptTokens: number;
  /** UTC milliseconds. */
  now: number;
  /** A random number from 0 to 1. */
  random: number;
  /** Null if the answer's text has the requested form. */
  problemOf: (text: string) => Extract<Failure, 'not-json' | 'wrong-form'> | null;
}

const mostTries = 3;
const mostTriesOfAnswers = 2;
const firstWait = 2_000;
const unreachableWaits = [firstWait, 8_000, 30_000];
const longestWaitMs = 60_000;
const busy = [429, 503, 529];
/** Errors that waiting doesn't fix. */
const quotaCodes = ['insufficient_quota', 'project_spend_limit_exceeded', 'billing_error'];

/** Decides what an outcome means for the call, its document and its batch. All rules are here. */
export function nextStep(result: CallResult, context: CallContext): { end: CallEnd; next: NextStep } {
  const { now, tries } = context;
  switch (result.kind) {
    case 'unreachable': {
      const wait = unreachableWaits[context.inARow - 1];
      if (wait === undefined) return unpaid({ kind: 'hold', by: 'address' });
      return unpaid({ kind: 'wait', notBefore: now + wait });
    }
    case 'page-refused': {
      // A server that drops a connection looks the same once.
      const isSure = context.inARow > 1;
      return unpaid(
        isSure ? { kind: 'hold', by: 'permission' } : { kind: 'wait', notBefore: now + firstWait },
      );
    }
    case 'not-a-model': {
      const next = { kind: 'hold', by: 'address' } as const;
      return result.isJson ? { end: lost(0), next } : unpaid(next);
    }
    case 'silent':
      // Trying again would take as long, and might be charged as well.
      return { end: lost(result.pieces), next: { kind: 'fail', failure: 'silent' } };
    case 'aborted':
      return { end: lost(result.pieces), next: { kind: 'wait', notBefore: now } };
    case 'broken':
      return { end: lost(result.pieces), next: again(tries, mostTries, 'server-error', now) };
    case 'status':
      return unpaid(afterStatus(result, context));
    case 'answer':
      return afterAnswer(result.answer, context);
  }
}

function afterStatus(
  { status, body, retryAfterMs }: Extract<CallResult, { kind: 'status' }>,
  { address, tries, inARow, now, random }: CallContext,
): NextStep {
  const hold = (by: Hold): NextStep => ({ kind: 'hold', by });
  if (status === 402 || isAboutQuota(body)) return hold('quota');
  if (status === 401) return hold('key');
  // Local programs answer 403 to pages that aren't on their list of allowed origins.
  if (status === 403) return hold(address.llmMode === 'local' ? 'permission' : 'key');
  if (status === 404) return hold('address');
  if (busy.includes(status)) {
    const most = Math.min(longestWaitMs, 2_000 * 2 ** inARow);
    return { kind: 'wait', notBefore: now + Math.ceil(retryAfterMs ?? random * most) };
  }
  if (status >= 500) return again(tries, mostTries, 'server-error', now + 2_000 * tries);
  if (status === 413 || isAboutLength(body)) return { kind: 'fail', failure: 'too-long' };
  return { kind: 'fail', failure: 'rejected' };
}

function afterAnswer(answer: ModelAnswer, context: CallContext): { end: CallEnd; next: NextStep } {
  const { tries, textTokens, now } = context;
  if (answer.isBroken || answer.ending === null) {
    return { end: lost(answer.pieces), next: again(tries, mostTries, 'server-error', now) };
  }
  const { usage, model } = answer;
  const guessed = { ...noTokens, inputTokens: context.estimatedPromptTokens, outputTokens: answer.pieces };
  const end: CallEnd = { state: 'answered', usage: usage ?? guessed, model, isReported: usage !== null };
  const problem = (failure: Failure) => ({
    end,
    next: again(tries, mostTriesOfAnswers, failure, now),
  });
  // Some servers silently truncate what doesn't fit: no tokenizer turns so much text into so few tokens.
  const promptTokens = usage && totalTokensOf(usage) - usage.outputTokens;
  if (promptTokens !== null && promptTokens > 0 && promptTokens < 0.7 * textTokens) {
    return { end, next: { kind: 'fail', failure: 'cut-short' } };
  }
  if (answer.ending === 'too-long') return problem('answer-too-long');
  if (answer.ending === 'refused') return problem('refused');
  const wrong = context.problemOf(answer.text);
  return wrong === null ? { end, next: { kind: 'extracted' } } : problem(wrong);
}

const unpaid = (next: NextStep) => ({ end: { state: 'failed' } as const, next });
const lost = (seenAnswerTokens: number): CallEnd => ({ state: 'lost', seenAnswerTokens });

function again(tries: number, most: number, failure: Failure, notBefore: number): NextStep {
  return tries >= most ? { kind: 'fail', failure } : { kind: 'try-again', notBefore };
}

/** The error's name in a server's response body: `code` for OpenAI, `type` for Anthropic. */
function codeOf(body: string): string {
  const { error } = asObject(parseJson(body));
  const { code, type } = asObject(error);
  return asText(code) ?? asText(type) ?? '';
}

function isAboutQuota(body: string): boolean {
  // Anthropic reports used-up credit as an invalid request, and only its message says so.
  return quotaCodes.includes(codeOf(body)) || /credit balance is too low/i.test(body);
}

function isAboutLength(body: string): boolean {
  return /context.{0,20}(length|size|window)|too long|exceed_context|maximum.{0,20}tokens/i.test(body);
}
