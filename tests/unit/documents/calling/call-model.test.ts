import { expect, it } from 'vitest';
import { callModel } from '../../../../src/lib/documents/calling/call-model';
import type { CallerAnswer, Sender } from '../../../../src/lib/documents/calling/caller';
import { probe } from '../../../../src/lib/documents/calling/probe';

const address = { kind: 'openai-compatible', origin: 'http://127.0.0.1:8080', path: '/v1' } as const;
const question = { model: 'tiny', system: 's', text: 't', schema: {}, answerLimit: 10 };

/** Answers each request with the next of these. */
function sender(...answers: (Partial<CallerAnswer> & { pieces?: string[] })[]): Sender {
  return {
    send: (_request, options) => {
      const { pieces = [], ...answer } = answers.shift() ?? {};
      for (const piece of pieces) options?.onPiece?.(piece);
      return Promise.resolve({ how: 'done', status: 200, retryAfter: null, ...answer });
    },
  };
}
const call = (...answers: Parameters<typeof sender>) =>
  callModel(sender(...answers), address, '', question, new AbortController().signal);

it('joins an answer that arrives in pieces, with the usage in its last event', async () => {
  const pieces = [
    'data: {"model":"tiny","choices":[{"delta":{"content":"{\\"a\\""}}]}\n\nda',
    'ta: {"choices":[{"delta":{"content":":1}"},"finish_reason":"stop"}]}\n\n',
    'data: {"choices":[],"usage":{"prompt_tokens":42,"completion_tokens":7}}',
  ];
  const { result } = await call({ pieces });
  expect(result).toMatchObject({
    kind: 'answer',
    answer: { text: '{"a":1}', ending: 'complete', usage: { inputTokens: 42, outputTokens: 7 } },
  });
});

it('keeps the server’s message when it refuses', async () => {
  expect(await call({ status: 429, retryAfter: '3', pieces: ['{"error":', '{}}'] })).toEqual({
    result: { kind: 'status', status: 429, body: '{"error":{}}', retryAfterMs: 3000 },
    status: 429,
  });
});

it('distinguishes truncated, stopped and missing answers', async () => {
  const piece = 'data: {"choices":[{"delta":{"content":"a"}}]}\n\n';
  expect(await call({ how: 'broken', pieces: [piece] })).toMatchObject({
    result: { kind: 'broken', pieces: 1 },
  });
  expect(await call({ how: 'aborted' })).toMatchObject({ result: { kind: 'aborted', pieces: 0 } });
  const gone = { how: 'unreachable', status: null } as const;
  expect(await call(gone, gone)).toMatchObject({ result: { kind: 'unreachable' } });
  // Something answers that this page may not read.
  expect(await call(gone, { how: 'done', status: 0 })).toMatchObject({ result: { kind: 'page-refused' } });
});

it('checks an address, and distinguishes a program that refuses this page from none at all', async () => {
  const look = (...answers: Parameters<typeof sender>) => probe(sender(...answers), address, '');
  expect(await look({ pieces: ['{"data":[{"id":', '"tiny"}]}'] })).toEqual({
    kind: 'models',
    models: ['tiny'],
  });
  expect(await look({ how: 'unreachable', status: null }, { how: 'done', status: 0 })).toEqual({
    kind: 'page-refused',
    program: 'llama-cpp',
  });
  const gone = { how: 'unreachable', status: null } as const;
  expect(await look(gone, gone)).toEqual({ kind: 'nothing-there', program: 'llama-cpp' });
  expect(await look({ status: 401 })).toEqual({ kind: 'key-missing' });
});
