import { describe, expect, it } from 'vitest';
import { apiResponse } from '../../../src/lib/sources/api-response';
import { readSource, testNow } from './read-source';
import { fixture } from './support/fixtures';
import { FileHead } from '../../../src/lib/sources/reading/head';

const read = (name: string) => readSource(apiResponse, [fixture(`api-response/${name}`)]);

describe('a single API response', () => {
  it('of OpenAI’s chat completions', async () => {
    const { events, problems } = await read('openai-chat.json');
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      {
        dedupeKey: 'api-response:chatcmpl-inventedA1',
        inputTokens: 388,
        cacheReadTokens: 512,
        outputTokens: 120,
        reasoningTokens: 64,
        provider: 'openai',
        model: 'gpt-5.2-2025-12-11',
        occurredAt: Date.UTC(2026, 5, 6, 10),
      },
    ]);
  });

  it('of OpenAI’s responses', async () => {
    const { events } = await read('openai-responses.json');
    expect(events).toMatchObject([{ inputTokens: 300, outputTokens: 80, reasoningTokens: 16 }]);
  });

  it('of Anthropic, which has no date: it counts as now, and that is reported', async () => {
    const { events, problems } = await read('anthropic.json');
    expect(events).toMatchObject([
      {
        inputTokens: 20,
        cacheReadTokens: 700,
        cacheWrite5mTokens: 200,
        cacheWrite1hTokens: 100,
        outputTokens: 55,
        occurredAt: testNow,
      },
    ]);
    expect(problems).toHaveLength(1);
  });

  it('of Gemini, with thoughts on top', async () => {
    const { events } = await read('gemini.json');
    expect(events).toMatchObject([
      { inputTokens: 300, cacheReadTokens: 100, outputTokens: 130, reasoningTokens: 80, provider: 'google' },
    ]);
  });

  it.each([
    '{"prompt_tokens":5,"completion_tokens":2,"total_tokens":7}',
    '{"input_tokens":5,"output_tokens":2,"cache_read_input_tokens":0}',
    '{"promptTokenCount":5,"candidatesTokenCount":2,"totalTokenCount":7}',
    '[{"object":"response","id":"r","created_at":1780000000,"usage":{"input_tokens":5,"output_tokens":2}}]',
    '{"custom_id":"a","response":{"body":{"id":"c","created":1780000000,"usage":{"prompt_tokens":5,"completion_tokens":2}}}}',
    '{"custom_id":"a","result":{"message":{"id":"m","usage":{"input_tokens":5,"output_tokens":2}}}}',
  ])('as the bare usage, in a list or in a batch: %s', async (text) => {
    expect(apiResponse.detect?.(new FileHead(text, ''))).toBe(true);
    const { events } = await readSource(apiResponse, [text]);
    expect(events).toMatchObject([{ inputTokens: 5, outputTokens: 2 }]);
  });
});
