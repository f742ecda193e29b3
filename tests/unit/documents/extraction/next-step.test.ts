import { describe, expect, it } from 'vitest';
import { emptyAnswer, type ModelAnswer } from '../../../../src/lib/documents/extraction/conversation';
import {
  nextStep,
  type CallContext,
  type CallResult,
} from '../../../../src/lib/documents/extraction/next-step';
import { noTokens } from '../../../../src/lib/model/tokens';

const now = 1_000_000;
const context: CallContext = {
  address: { llmMode: 'local' },
  tries: 1,
  inARow: 1,
  textTokens: 100,
  estimatedPromptTokens: 150,
  now,
  random: 0.5,
  problemOf: () => null,
};
const after = (result: CallResult, changes: Partial<CallContext> = {}) =>
  nextStep(result, { ...context, ...changes });
const status = (status: number, body = '', retryAfterMs: number | null = null): CallResult => ({
  kind: 'status',
  status,
  body,
  retryAfterMs,
});
const answer = (changes: Partial<ModelAnswer> = {}): CallResult => ({
  kind: 'answer',
  answer: {
    ...emptyAnswer(),
    text: '{}',
    ending: 'complete',
    usage: { ...noTokens, inputTokens: 150, outputTokens: 20 },
    pieces: 20,
    ...changes,
  },
});

describe('what stops the batch, and fails no document', () => {
  it.each([
    ['key', status(401), {}],
    ['permission', status(403), {}],
    ['key', status(403), { address: { llmMode: 'cloud' } }],
    ['address', status(404), {}],
    ['quota', status(429, '{"error":{"code":"insufficient_quota"}}'), {}],
    ['quota', status(402), {}],
    ['address', { kind: 'unreachable' }, { inARow: 4 }],
    ['permission', { kind: 'page-refused' }, { inARow: 2 }],
  ] as const)('held by %s', (by, result, changes) => {
    expect(after(result, changes)).toEqual({ end: { state: 'failed' }, next: { kind: 'hold', by } });
  });
});

it('without a connection it retries after 2, 8 and 30 seconds before it holds', () => {
  const waits = [1, 2, 3].map((inARow) => after({ kind: 'unreachable' }, { inARow }).next);
  expect(waits).toEqual([2, 8, 30].map((seconds) => ({ kind: 'wait', notBefore: now + seconds * 1000 })));
});

it('a program that seems to refuse this page is asked once more, because a dropped connection looks the same', () => {
  expect(after({ kind: 'page-refused' }).next).toEqual({ kind: 'wait', notBefore: now + 2000 });
});

it('a busy server is retried after the time it asks for, or else with growing delays of at most a minute', () => {
  expect(after(status(429, '', 7000)).next).toEqual({ kind: 'wait', notBefore: now + 7000 });
  expect(after(status(503)).next).toEqual({ kind: 'wait', notBefore: now + 2000 });
  expect(after(status(529), { inARow: 20 }).next).toEqual({ kind: 'wait', notBefore: now + 30_000 });
});

it.each([
  ['a server error', status(500), 3],
  ['a broken stream', { kind: 'broken', pieces: 5 }, 3],
  ['an answer that never ended', answer({ ending: null }), 3],
  ['an answer that is too long', answer({ ending: 'too-long' }), 2],
  ['a refusal', answer({ ending: 'refused' }), 2],
] as const)('%s is tried %#: again until the last try', (_, result, most) => {
  expect(after(result, { tries: most - 1 }).next.kind).toBe('try-again');
  expect(after(result, { tries: most }).next.kind).toBe('fail');
});

it('an unfinished answer counts at least the pieces that arrived', () => {
  expect(after({ kind: 'broken', pieces: 5 }).end).toEqual({ state: 'lost', seenAnswerTokens: 5 });
  expect(after({ kind: 'aborted', pieces: 5 })).toEqual({
    end: { state: 'lost', seenAnswerTokens: 5 },
    next: { kind: 'wait', notBefore: now },
  });
});

it.each([
  ['too-long', status(400, '{"error":{"type":"exceed_context_size_error","n_ctx":512}}')],
  ['too-long', status(400, 'This model’s maximum context length is 8192 tokens')],
  ['too-long', status(413)],
  ['rejected', status(400, '{"error":{"message":"unknown field"}}')],
  ['cut-short', answer({ usage: { ...noTokens, inputTokens: 69, outputTokens: 5 } })],
] as const)('%s fails at once', (failure, result) => {
  expect(after(result).next).toEqual({ kind: 'fail', failure });
});

it('an answer in the wrong form is counted and requested once more', () => {
  const problemOf = () => 'wrong-form' as const;
  expect(after(answer(), { problemOf })).toMatchObject({
    end: { state: 'answered', usage: { inputTokens: 150 } },
    next: { kind: 'try-again' },
  });
  expect(after(answer(), { problemOf, tries: 2 }).next).toEqual({ kind: 'fail', failure: 'wrong-form' });
});

it('without usage from the server, an estimate is counted and marked', () => {
  expect(after(answer({ usage: null })).end).toEqual({
    state: 'answered',
    usage: { ...noTokens, inputTokens: 150, outputTokens: 20 },
    model: null,
    isReported: false,
  });
});
