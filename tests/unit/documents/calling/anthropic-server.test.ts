import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { callModel } from '../../../../src/lib/documents/calling/call-model';
import { probe } from '../../../../src/lib/documents/calling/probe';
import { nextStep } from '../../../../src/lib/documents/extraction/next-step';
import { LocalServer } from './local-server';
import { nodeCaller } from './node-caller';

type Failure = [status: number, type: string, message: string];

/** What the API requires of a request from a browser; undefined if that is there. */
function missingIn({ headers }: IncomingMessage): Failure | undefined {
  if (headers['x-api-key'] !== 'right') return [401, 'authentication_error', 'invalid x-api-key'];
  if (headers['anthropic-dangerous-direct-browser-access'] !== 'true')
    return [401, 'authentication_error', 'CORS requests must set the header'];
  if (headers['anthropic-version'] !== '2023-06-01')
    return [400, 'invalid_request_error', 'anthropic-version: header is required'];
  return undefined;
}

function missingFrom(body: string): Failure | undefined {
  const asked = JSON.parse(body) as Record<string, unknown>;
  const field = ['model', 'max_tokens', 'messages', 'stream'].find((name) => asked[name] === undefined);
  return field === undefined ? undefined : [400, 'invalid_request_error', `${field}: Field required`];
}

const models = [{ type: 'model', id: 'claude-sonnet-4-5', display_name: 'Claude Sonnet 4.5' }];

/**
 * Anthropic's Messages API as its documentation describes it: what it requires of a request, its events with their
 * names and pings, and its errors.
 */
function anthropic(behaviour: (response: ServerResponse) => void) {
  return LocalServer.open((request, response, body) => {
    const isList = request.url === '/v1/models';
    const missing = missingIn(request) ?? (isList ? undefined : missingFrom(body));
    if (missing !== undefined) error(...missing)(response);
    else if (isList) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: models, has_more: false }));
    } else if (request.url === '/v1/messages') behaviour(response);
    else error(404, 'not_found_error', 'Not found')(response);
  });
}

const event = (type: string, data: object) =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
const start = event('message_start', {
  message: {
    id: 'msg_1',
    role: 'assistant',
    model: 'claude-sonnet-4-5-20250929',
    content: [],
    stop_reason: null,
    usage: {
      input_tokens: 120,
      cache_creation_input_tokens: 20,
      cache_read_input_tokens: 10,
      output_tokens: 1,
    },
  },
});
const text = (text: string) =>
  event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } });
const end = (reason: string) =>
  event('content_block_stop', { index: 0 }) +
  event('message_delta', {
    delta: { stop_reason: reason, stop_sequence: null },
    usage: { output_tokens: 15 },
  }) +
  event('message_stop', {});
const whole = (reason: string) =>
  start +
  event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }) +
  event('ping', {}) +
  text('{"ci') +
  text('ty":"Paris"}') +
  end(reason);

let server: LocalServer | undefined;
afterEach(() => server?.close());

async function ask(behaviour: (response: ServerResponse) => void, key = 'right') {
  server = await anthropic(behaviour);
  const address = {
    kind: 'anthropic',
    origin: server.origin,
    path: '/v1',
    llmMode: 'cloud',
  } as const;
  const question = { model: 'claude-sonnet-4-5', system: 's', text: 't', schema: {}, answerLimit: 50 };
  const { result } = await callModel(nodeCaller(), address, key, question, new AbortController().signal);
  const step = nextStep(result, {
    address,
    tries: 1,
    inARow: 1,
    textTokens: 100,
    estimatedPromptTokens: 150,
    now: 0,
    random: 0.5,
    problemOf: () => null,
  });
  return { result, ...step };
}

const stream = (text: string) => (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).end(text);
const error = (status: number, type: string, message: string) => (response: ServerResponse) =>
  response
    .writeHead(status, { 'content-type': 'application/json', 'retry-after': '9' })
    .end(JSON.stringify({ type: 'error', error: { type, message } }));

it('an answer, with its cache counts beside the input', async () => {
  expect(await ask(stream(whole('end_turn')))).toMatchObject({
    result: { answer: { text: '{"city":"Paris"}', model: 'claude-sonnet-4-5-20250929' } },
    end: {
      state: 'answered',
      usage: { inputTokens: 120, cacheReadTokens: 10, cacheWrite5mTokens: 20, outputTokens: 15 },
      isReported: true,
    },
    next: { kind: 'extracted' },
  });
});

it.each(['max_tokens', 'refusal'])(
  'an answer that ends with %s counts, and is requested again',
  async (reason) => {
    expect(await ask(stream(whole(reason)))).toMatchObject({
      end: { state: 'answered' },
      next: { kind: 'try-again' },
    });
  },
);

it('an error within the stream leaves a lower bound', async () => {
  const overloaded = event('error', { error: { type: 'overloaded_error', message: 'Overloaded' } });
  expect(await ask(stream(start + text('{"c') + overloaded))).toMatchObject({
    end: { state: 'lost', seenAnswerTokens: 1 },
    next: { kind: 'try-again' },
  });
});

it.each([
  [400, 'invalid_request_error', 'prompt is too long: 208310 tokens > 200000 maximum', 'too-long'],
  [413, 'request_too_large', 'Request exceeds the maximum size', 'too-long'],
  [400, 'invalid_request_error', 'output_config: Extra inputs are not permitted', 'rejected'],
] as const)('%i %s, %s: fails', async (status, type, message, failure) => {
  expect(await ask(error(status, type, message))).toMatchObject({
    end: { state: 'failed' },
    next: { kind: 'fail', failure },
  });
});

it.each([
  [400, 'invalid_request_error', 'Your credit balance is too low to access the Anthropic API.', 'quota'],
  [403, 'permission_error', 'Your API key does not have permission', 'key'],
  [404, 'not_found_error', 'model: claude-nothing', 'address'],
] as const)('%i %s, %s: holds the batch', async (status, type, message, by) => {
  expect(await ask(error(status, type, message))).toMatchObject({
    end: { state: 'failed' },
    next: { kind: 'hold', by },
  });
});

it.each([
  [429, 'rate_limit_error'],
  [529, 'overloaded_error'],
])('%i %s waits as long as it says', async (status, type) => {
  expect(await ask(error(status, type, 'Later'))).toMatchObject({ next: { kind: 'wait', notBefore: 9000 } });
});

it('a wrong key holds the batch', async () => {
  expect(await ask(stream(whole('end_turn')), 'wrong')).toMatchObject({ next: { kind: 'hold', by: 'key' } });
});

it('lists its models', async () => {
  server = await anthropic(() => undefined);
  const address = { kind: 'anthropic', origin: server.origin, path: '/v1' } as const;
  expect(await probe(nodeCaller(), address, 'right')).toEqual({
    kind: 'models',
    models: ['claude-sonnet-4-5'],
  });
  expect(await probe(nodeCaller(), address, 'wrong')).toEqual({ kind: 'key-missing' });
});
