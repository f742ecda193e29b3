import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { callModel } from '../../../../src/lib/documents/calling/call-model';
import { isAnythingAt } from '../../../../src/lib/documents/calling/knock';
import { probe } from '../../../../src/lib/documents/calling/probe';
import { readAnswer } from '../../../../src/lib/documents/extraction/answer-form';
import { nextStep } from '../../../../src/lib/documents/extraction/next-step';
import { contextFor, lineToType } from '../../../../src/lib/documents/extraction/line-to-type';
import * as v from 'valibot';
import { events, LocalServer } from './local-server';
import { nodeCaller } from './node-caller';

const form = v.strictObject({ city: v.nullable(v.string()) });
const question = { model: 'tiny', system: 's', text: 'Paris', schema: {}, answerLimit: 50 };
const good = events(
  { model: 'tiny', choices: [{ delta: { content: '{"city":"Paris"}' }, finish_reason: 'stop' }] },
  { choices: [], usage: { prompt_tokens: 150, completion_tokens: 8 } },
);

/** Asks a server about one document, and decides what follows, as the queue does. */
async function ask(origin: string, { tries = 1, mostSilenceMs = 60_000 } = {}) {
  const address = { kind: 'openai-compatible', origin, path: '/v1', llmMode: 'local' } as const;
  const caller = nodeCaller(mostSilenceMs);
  const { result } = await callModel(caller, address, 'key', question, new AbortController().signal);
  const step = nextStep(result, {
    address,
    tries,
    inARow: 4,
    textTokens: 100,
    estimatedPromptTokens: 150,
    now: 0,
    random: 0,
    problemOf: (text) => {
      const read = readAnswer(form, text);
      return 'problem' in read ? read.problem : null;
    },
  });
  return { result, ...step };
}

/** The same with a server that answers like this. */
async function askOne(answer: (response: ServerResponse) => void, options?: Parameters<typeof ask>[1]) {
  const server = await LocalServer.open((_request, response) => answer(response));
  try {
    return await ask(server.origin, options);
  } finally {
    await server.close();
  }
}

const json =
  (status: number, body: object, headers = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const stream = (text: string) => (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/event-stream' }).end(text);

it('a server that does as documented', async () => {
  expect(await askOne(stream(good))).toMatchObject({
    end: { state: 'answered', usage: { inputTokens: 150, outputTokens: 8 }, isReported: true },
    next: { kind: 'extracted' },
  });
});

it('stopped: nothing is charged, and the batch is held by its address', async () => {
  const server = await LocalServer.open(() => undefined);
  await server.close();
  expect(await ask(server.origin)).toEqual({
    result: { kind: 'unreachable' },
    end: { state: 'failed' },
    next: { kind: 'hold', by: 'address' },
  });
});

it('silent: what was sent counts, and the document fails without another try', async () => {
  const quiet = (response: ServerResponse) => {
    response.writeHead(200).flushHeaders();
  };
  expect(await askOne(quiet, { mostSilenceMs: 50 })).toEqual({
    result: { kind: 'silent', pieces: 0 },
    end: { state: 'lost', seenAnswerTokens: 0 },
    next: { kind: 'fail', failure: 'silent' },
  });
});

it('a server that ends in the middle of its answer', async () => {
  const half = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(events({ choices: [{ delta: { content: '{"ci' } }] }), () => response.destroy());
  };
  expect(await askOne(half)).toMatchObject({
    end: { state: 'lost', seenAnswerTokens: 1 },
    next: { kind: 'try-again' },
  });
  expect(await askOne(half, { tries: 3 })).toMatchObject({ next: { kind: 'fail', failure: 'server-error' } });
});

it.each([
  [
    'a wrong key',
    json(401, { error: { message: 'Invalid API Key', type: 'authentication_error', code: 401 } }),
    { kind: 'hold', by: 'key' },
  ],
  [
    'a context that is too small',
    json(400, {
      error: { code: 400, type: 'exceed_context_size_error', n_prompt_tokens: 9000, n_ctx: 4096 },
    }),
    { kind: 'fail', failure: 'too-long' },
  ],
  [
    'a missing model',
    json(404, { error: { message: "model 'tiny' not found" } }),
    { kind: 'hold', by: 'address' },
  ],
  ['too many requests', json(429, { error: {} }, { 'retry-after': '7' }), { kind: 'wait', notBefore: 7000 }],
  [
    'a web page',
    (response: ServerResponse) => response.end('<!doctype html><title>Welcome</title>'),
    { kind: 'hold', by: 'address' },
  ],
  [
    'an empty answer',
    (response: ServerResponse) => response.writeHead(204).end(),
    { kind: 'hold', by: 'address' },
  ],
] as const)('%s charges nothing', async (_, answer, next) => {
  expect(await askOne(answer)).toMatchObject({ end: { state: 'failed' }, next });
});

it('JSON in another form may have been charged, so its prompt counts', async () => {
  expect(await askOne(json(200, { response: '{"city":"Paris"}' }))).toMatchObject({
    end: { state: 'lost' },
    next: { kind: 'hold', by: 'address' },
  });
});

it.each([
  ['only a part of the document was read', good.replace('150', '40'), 'cut-short'],
  ['prose', good.replace('{\\"city\\":\\"Paris\\"}', 'Sure, here it is!'), 'not-json'],
  ['JSON in the wrong form', good.replace('city', 'town'), 'wrong-form'],
  ['an answer that reached its limit', good.replace('"stop"', '"length"'), 'answer-too-long'],
])('%s: the tokens count, and the document fails', async (_, answer, failure) => {
  expect(await askOne(stream(answer), { tries: 2 })).toMatchObject({
    end: { state: 'answered', isReported: true },
    next: { kind: 'fail', failure },
  });
});

it('bytes that are no text', async () => {
  const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 167) % 256));
  expect(await askOne((response) => response.end(noise))).toMatchObject({
    end: { state: 'failed' },
    next: { kind: 'hold', by: 'address' },
  });
});

it('looking at an address says what answers there', async () => {
  const look = async (answer: (response: ServerResponse) => void) => {
    const server = await LocalServer.open((_request, response) => answer(response));
    const address = { kind: 'openai-compatible', origin: server.origin, path: '/v1' } as const;
    try {
      return await probe(nodeCaller(), address, '');
    } finally {
      await server.close();
    }
  };
  expect(await look(json(200, { data: [{ id: 'tiny' }] }))).toEqual({ kind: 'models', models: ['tiny'] });
  expect(await look(json(401, {}))).toEqual({ kind: 'key-missing' });
  expect(await look(json(404, {}))).toEqual({ kind: 'wrong-path', status: 404 });
  expect(await look(json(500, {}))).toEqual({ kind: 'server-error', status: 500 });
  expect(await look((response) => response.end('<html>'))).toEqual({ kind: 'not-an-llm' });
  expect(await look(json(403, {}))).toEqual({ kind: 'page-refused', program: 'other' });
});

it('a question whether anything answers is answered by whatever runs there', async () => {
  const server = await LocalServer.open((_request, response) => response.writeHead(403).end());
  expect(await isAnythingAt(nodeCaller(), server.origin)).toBe(true);
  await server.close();
  expect(await isAnythingAt(nodeCaller(), server.origin)).toBe(false);
});

it('a context has room for the prompt and its answer, as programs expect it', () => {
  expect([1, 8192, 8193, 40_000].map(contextFor)).toEqual([8192, 8192, 16_384, 65_536]);
  expect(lineToType('context', 'ollama', { context: contextFor(9000) })).toBe(
    'OLLAMA_CONTEXT_LENGTH=16384 ollama serve',
  );
  expect(lineToType('context', 'jan', {})).toBeUndefined();
});

it('a line to type never contains what a shell would run', () => {
  const line = (model: string) => lineToType('start', 'vllm', { model });
  expect(line('org/model:7b')).toBe('vllm serve org/model:7b');
  for (const model of ['a; rm -rf ~', '$(id)', '-o', 'a b', "a'"])
    expect(line(model)).toBe('vllm serve MODEL');
});
