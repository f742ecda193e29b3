import { describe, expect, it } from 'vitest';
import { adapterOf, modelsIn } from '../../../../src/lib/documents/extraction/adapters';
import { emptyAnswer, type Question } from '../../../../src/lib/documents/extraction/conversation';
import { eventReader } from '../../../../src/lib/documents/extraction/read-events';
import type { LlmAddress } from '../../../../src/lib/model/extraction';
import { address } from '../../database/documents/samples';

const question: Question = {
  model: 'tiny',
  system: 'Extract.',
  text: 'Ada',
  schema: { type: 'object' },
  answerLimit: 50,
};

function read(kind: LlmAddress['kind'], stream: string, step = stream.length) {
  const answer = emptyAnswer();
  const piece = eventReader((event) => adapterOf({ kind }).read(answer, event));
  for (let at = 0; at < stream.length; at += step) piece(stream.slice(at, at + step));
  return answer;
}

const lines = (...events: object[]) => events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');

describe('OpenAI-compatible', () => {
  const { ask, listModels } = adapterOf({ kind: 'openai-compatible' });
  const stream = `${lines(
    { model: 'tiny.gguf', choices: [{ delta: { role: 'assistant', content: null } }] },
    { choices: [{ delta: { content: '{"a":' } }] },
    { choices: [{ delta: { content: '1}' } }] },
    { choices: [{ delta: {}, finish_reason: 'stop' }] },
    {
      choices: [],
      usage: {
        prompt_tokens: 30,
        completion_tokens: 9,
        prompt_tokens_details: { cached_tokens: 10 },
        completion_tokens_details: { reasoning_tokens: 4 },
      },
    },
  )}data: [DONE]\n\n`;

  it('asks for a stream with its usage, in the form of the answer', () => {
    const request = ask(address, 'secret', question);
    expect(request).toMatchObject({
      url: 'http://127.0.0.1:8080/v1/chat/completions',
      method: 'POST',
      headers: { authorization: 'Bearer secret' },
    });
    expect(JSON.parse(request.body ?? '')).toMatchObject({
      max_tokens: 50,
      stream_options: { include_usage: true },
      response_format: { type: 'json_schema', json_schema: { strict: true, schema: { type: 'object' } } },
    });
    expect(
      JSON.parse(ask({ ...address, origin: 'https://api.openai.com' }, '', question).body ?? ''),
    ).toHaveProperty('max_completion_tokens');
    expect(listModels(address, '').headers).toEqual({});
  });

  it.each([1, 7, 1000])('reads the same from chunks of %i characters', (step) => {
    expect(read('openai-compatible', stream, step)).toEqual({
      text: '{"a":1}',
      ending: 'complete',
      usage: {
        inputTokens: 20,
        cacheReadTokens: 10,
        cacheWrite5mTokens: 0,
        cacheWrite1hTokens: 0,
        outputTokens: 9,
        reasoningTokens: 4,
      },
      model: 'tiny.gguf',
      pieces: 2,
      isBroken: false,
    });
  });

  it('detects an answer that was truncated, refused, or ended by an error', () => {
    expect(
      read('openai-compatible', lines({ choices: [{ delta: {}, finish_reason: 'length' }] })).ending,
    ).toBe('too-long');
    expect(read('openai-compatible', lines({ choices: [{ delta: { refusal: 'No.' } }] })).ending).toBe(
      'refused',
    );
    expect(read('openai-compatible', lines({ error: { message: 'gone' } })).isBroken).toBe(true);
  });
});

it('Anthropic: counts are separate, and the last ones are used', () => {
  const { ask } = adapterOf({ kind: 'anthropic' });
  expect(ask(address, 'secret', question)).toMatchObject({
    url: 'http://127.0.0.1:8080/v1/messages',
    headers: { 'x-api-key': 'secret', 'anthropic-dangerous-direct-browser-access': 'true' },
  });
  const stream = lines(
    {
      type: 'message_start',
      message: {
        model: 'claude-x',
        usage: { input_tokens: 20, cache_read_input_tokens: 10, output_tokens: 1 },
      },
    },
    { type: 'content_block_delta', delta: { type: 'text_delta', text: '{}' } },
    { type: 'message_delta', delta: { stop_reason: 'max_tokens' }, usage: { output_tokens: 9 } },
  );
  expect(read('anthropic', stream, 5)).toMatchObject({
    text: '{}',
    model: 'claude-x',
    ending: 'too-long',
    usage: { inputTokens: 20, cacheReadTokens: 10, outputTokens: 9 },
  });
});

it('models are listed by id, and a response that is not a list is detected', () => {
  expect(modelsIn('{"data":[{"id":"a"},{"id":""},{"name":"b"},{"id":"c"}]}')).toEqual(['a', 'c']);
  expect(modelsIn('<html>')).toBeUndefined();
  expect(modelsIn('{"models":[]}')).toBeUndefined();
});
