import { describe, expect, it } from 'vitest';
import { apiResponse } from '../../../src/lib/sources/api-response';
import { readSource, type Reading } from './read-source';
import { fixture } from './support/fixtures';
import { FileHead } from '../../../src/lib/sources/reading/head';

const text = (name: string): string => new TextDecoder().decode(fixture(`api-response/${name}`));
const read = (content: string): Promise<Reading> => readSource(apiResponse, [content]);
const lines = (...records: readonly object[]): string =>
  records.map((record) => JSON.stringify(record)).join('\n');

describe('a streamed response, saved with one event per line', () => {
  it('of Anthropic has its prompt from the first event and its answer from the last', async () => {
    const { events, problems } = await read(text('anthropic-stream.jsonl'));
    expect(events).toMatchObject([
      {
        dedupeKey: 'api-response:msg_inventedS1',
        inputTokens: 25,
        cacheReadTokens: 300,
        cacheWrite5mTokens: 10,
        outputTokens: 42,
        isOutputFinal: true,
      },
    ]);
    expect(problems.map(({ reason }) => reason)).toEqual(['response-without-date']);
  });

  it('of Anthropic that was cut off counts as a lower bound', async () => {
    const { events } = await read(text('anthropic-stream.jsonl').split('\n').slice(0, 4).join('\n'));
    expect(events).toMatchObject([{ inputTokens: 25, outputTokens: 1, isOutputFinal: false }]);
  });

  it('of OpenAI counts once, by its last event', async () => {
    const { events, problems } = await read(text('openai-stream.jsonl'));
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { inputTokens: 50, cacheReadTokens: 100, outputTokens: 60, reasoningTokens: 20, provider: 'openai' },
    ]);
  });

  it('that ends before reporting its usage is reported', async () => {
    const { events, problems } = await read(text('openai-stream.jsonl').split('\n').slice(0, 2).join('\n'));
    expect(events).toEqual([]);
    expect(problems).toEqual([{ reason: 'stream-without-usage', line: 1 }]);
  });

  it('of chat completions counts by its last chunk, and one without usage is reported', async () => {
    const chunk = (id: string, usage: object | null): object => ({
      id,
      object: 'chat.completion.chunk',
      created: 1780740000,
      model: 'gpt-5.2',
      choices: [],
      usage,
    });
    const used = { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 };
    const { events, problems } = await read(lines(chunk('a', null), chunk('a', used), chunk('b', null)));
    expect(events).toMatchObject([{ inputTokens: 5, outputTokens: 2 }]);
    expect(problems).toEqual([{ reason: 'stream-without-usage', line: 3 }]);
  });

  it.each([{}, { responseId: 'r1' }])('of Gemini counts once, with %j', async (name) => {
    const chunk = (candidatesTokenCount: number, finishReason?: string): object => ({
      candidates: [{ content: { parts: [{ text: 'x' }] }, finishReason }],
      usageMetadata: { promptTokenCount: 10, candidatesTokenCount },
      modelVersion: 'gemini-3-pro',
      createTime: '2026-06-06T10:00:00Z',
      ...name,
    });
    const { events, problems } = await read(JSON.stringify([chunk(1), chunk(2), chunk(3, 'STOP')]));
    expect(problems).toEqual([]);
    expect(events).toMatchObject([{ inputTokens: 10, outputTokens: 3 }]);
  });
});

describe('usage from a server with OpenAI’s format', () => {
  const created = { id: 'x', object: 'chat.completion', created: 1780740000, model: 'm' };
  it.each([
    [
      'xAI, which counts reasoning separately from the answer',
      {
        prompt_tokens: 30,
        completion_tokens: 100,
        total_tokens: 530,
        completion_tokens_details: { reasoning_tokens: 400 },
      },
      { inputTokens: 30, outputTokens: 500, reasoningTokens: 400 },
    ],
    [
      'OpenRouter, with what was written to a cache',
      {
        prompt_tokens: 1000,
        completion_tokens: 10,
        total_tokens: 1010,
        prompt_tokens_details: { cached_tokens: 600, cache_write_tokens: 300 },
      },
      { inputTokens: 100, cacheReadTokens: 600, cacheWrite5mTokens: 300, outputTokens: 10 },
    ],
    [
      'LiteLLM, with Anthropic’s keys beside OpenAI’s',
      {
        prompt_tokens: 1000,
        completion_tokens: 10,
        total_tokens: 1010,
        prompt_tokens_details: { cached_tokens: 600 },
        cache_read_input_tokens: 600,
        cache_creation_input_tokens: 300,
      },
      { inputTokens: 100, cacheReadTokens: 600, cacheWrite5mTokens: 300, outputTokens: 10 },
    ],
    [
      'DeepSeek',
      { prompt_tokens: 90, completion_tokens: 10, total_tokens: 100, prompt_cache_hit_tokens: 64 },
      { inputTokens: 26, cacheReadTokens: 64, outputTokens: 10 },
    ],
    [
      'a server whose prompt is what was not cached',
      {
        prompt_tokens: 10,
        completion_tokens: 5,
        total_tokens: 115,
        prompt_tokens_details: { cached_tokens: 100 },
      },
      { inputTokens: 10, cacheReadTokens: 100, outputTokens: 5 },
    ],
  ])('%s', async (_, usage, expected) => {
    const { events, problems } = await read(JSON.stringify({ ...created, usage }));
    expect(problems).toEqual([]);
    expect(events).toMatchObject([expected]);
  });
});

it('Anthropic usage with output details is still recognized', async () => {
  const usage = {
    input_tokens: 10,
    cache_read_input_tokens: 500,
    output_tokens: 40,
    output_tokens_details: { reasoning_tokens: 30 },
  };
  const { events } = await read(JSON.stringify({ id: 'msg_x', type: 'message', role: 'assistant', usage }));
  expect(events).toMatchObject([{ inputTokens: 10, cacheReadTokens: 500, outputTokens: 40 }]);
});

describe('several responses in a file', () => {
  it('as OpenAI’s stored list', async () => {
    const kept = (id: string): object => ({
      object: 'chat.completion',
      id,
      created: 1780740000,
      usage: { prompt_tokens: 5, completion_tokens: 2 },
    });
    const list = JSON.stringify({ object: 'list', data: [kept('a'), kept('b')], has_more: false });
    expect(apiResponse.detect?.(new FileHead(list, ''))).toBe(true);
    expect((await read(list)).events.map(({ dedupeKey }) => dedupeKey)).toEqual([
      'api-response:a',
      'api-response:b',
    ]);
  });

  it('as results of Gemini’s batches', async () => {
    const response = {
      responseId: 'g1',
      createTime: '2026-06-06T10:00:00Z',
      usageMetadata: { promptTokenCount: 7, candidatesTokenCount: 3 },
    };
    for (const result of [
      { key: 'one', response },
      { status: '', request: { contents: [] }, response },
    ]) {
      expect(apiResponse.detect?.(new FileHead(JSON.stringify(result), ''))).toBe(true);
      expect((await read(JSON.stringify(result))).events).toMatchObject([
        { inputTokens: 7, outputTokens: 3 },
      ]);
    }
  });

  it('with failed calls in a batch, which used nothing and are not a problem', async () => {
    const { events, problems } = await read(
      lines(
        { custom_id: 'a', response: null, error: { code: 'batch_expired' } },
        { custom_id: 'b', response: { status_code: 400, body: { error: { message: 'x' } } }, error: null },
        { custom_id: 'c', result: { type: 'errored', error: { type: 'invalid_request' } } },
        { custom_id: 'd', result: { type: 'expired' } },
      ),
    );
    expect([events, problems]).toEqual([[], []]);
  });
});
