import { describe, expect, it } from 'vitest';
import { detectSource } from '../../../src/lib/sources/registry';
import { fixture, readExport, readFixture, sourceOf, sums } from './support/exports';
import { FileHead } from '../../../src/lib/sources/reading/head';

describe('OpenRouter activity', () => {
  it('is identified by generation; the app, else the key, is the project', async () => {
    const { events, problems } = await readFixture('openrouter-activity', 'activity.csv');
    expect(problems).toEqual([]);
    expect(sums(events)).toEqual([650, 400, 0, 0, 220, 150, 1270]);
    expect(events.map(({ dedupeKey, path }) => [dedupeKey, path])).toEqual([
      ['openrouter-activity:gen-fixture-1', 'openrouter:Shop'],
      ['openrouter-activity:gen-fixture-2', 'openrouter:laptop'],
    ]);
  });
});

describe('LiteLLM', () => {
  it('reads the same from CSV, JSON and JSON lines', async () => {
    const lines = await readFixture('litellm', 'spend-logs.jsonl');
    expect(lines.problems).toEqual([]);
    expect((await readFixture('litellm', 'spend-logs.csv')).events).toEqual(lines.events);
    expect((await readFixture('litellm', 'spend-logs.json')).events).toEqual(lines.events);
    expect(sums(lines.events)).toEqual([540, 600, 0, 0, 170, 100, 1310]);
    expect(
      lines.events.map(({ path, llmMode, eventType, occurredAt }) => [path, llmMode, eventType, occurredAt]),
    ).toEqual([
      ['litellm:team-1', 'cloud', 'chat', Date.UTC(2026, 10, 6, 9, 0, 0, 500)],
      ['litellm:batch', 'local', 'embedding', Date.UTC(2026, 10, 6, 9, 10)],
      [null, 'cloud', 'chat', Date.UTC(2026, 10, 6, 8, 20)],
    ]);
    expect(lines.names).toEqual({ 'litellm:team-1': 'Letters', 'litellm:batch': 'batch' });
  });

  it('tells how long written tokens live, and knows both names of them', async () => {
    const { events } = await readFixture('litellm', 'lifetimes.jsonl');
    expect(events.map((event) => sums([event]))).toEqual([
      [100, 700, 200, 300, 30, 0, 1330],
      [40, 40, 20, 0, 10, 0, 110],
    ]);
  });

  it('counts reasoning separately from the answer if the total says so', async () => {
    const record = (total_tokens: number): object => ({
      request_id: `r${total_tokens}`,
      call_type: 'acompletion',
      startTime: '2026-11-06T09:00:00Z',
      prompt_tokens: 10,
      completion_tokens: 50,
      total_tokens,
      metadata: { usage_object: { completion_tokens_details: { reasoning_tokens: 40 } } },
    });
    const { events } = await readExport(sourceOf('litellm'), [JSON.stringify([record(60), record(100)])]);
    expect(events.map(({ outputTokens, reasoningTokens }) => [outputTokens, reasoningTokens])).toEqual([
      [50, 40],
      [90, 40],
    ]);
  });

  it('is also read from a page of its API', async () => {
    const page = `{"data": ${new TextDecoder().decode(fixture('litellm', 'spend-logs.json'))}, "total": 3}`;
    expect(detectSource(new FileHead(page, 'x'))?.id).toBe('litellm');
    const lines = await readFixture('litellm', 'spend-logs.jsonl');
    expect((await readExport(sourceOf('litellm'), [page])).events).toEqual(lines.events);
  });
});

describe('Langfuse', () => {
  it('accepts counts that are strings, and embeddings, which are also model calls', async () => {
    const record = (id: string, type: string): object => ({
      id,
      trace_id: 't',
      type,
      start_time: '2026-11-07 10:00:00.000',
      usage_details: { input: '7', output: '3', total: '10' },
    });
    const lines = [record('a', 'GENERATION'), record('b', 'EMBEDDING'), record('c', 'AGENT')];
    const { events, problems } = await readExport(sourceOf('langfuse'), [
      lines.map((line) => JSON.stringify(line)).join('\n'),
    ]);
    expect(problems).toEqual([]);
    expect(events.map((event) => [event.eventType, ...sums([event])])).toEqual([
      ['chat', 7, 0, 0, 0, 3, 0, 10],
      ['embedding', 7, 0, 0, 0, 3, 0, 10],
    ]);
  });

  it('counts generations, with disjoint details and with a provider’s own', async () => {
    const lines = await readFixture('langfuse', 'observations.jsonl');
    expect(lines.problems).toEqual([]);
    expect((await readFixture('langfuse', 'observations.csv')).events).toEqual(lines.events);
    expect(lines.events.map((event) => sums([event]))).toEqual([
      [400, 600, 0, 0, 150, 100, 1150],
      [100, 30, 20, 0, 5, 0, 155],
      [40, 60, 0, 0, 40, 10, 140],
    ]);
    expect(lines.names).toEqual({ 'langfuse:lf-project': 'Assistant' });
  });

  it('reports usage that it cannot read', async () => {
    const record = (usage: object): string =>
      JSON.stringify({
        id: 'a',
        trace_id: 't',
        type: 'GENERATION',
        start_time: '2026-11-07 10:00:00',
        usage_details: usage,
      });
    const { events, problems } = await readExport(sourceOf('langfuse'), [
      [
        record({ input: 10, cached_tokens: 5, output: 1, total: 12 }),
        record({ input: 1, search_units: 3 }),
        record({ input: -1 }),
        record({ input: '7.5' }),
      ].join('\n'),
    ]);
    expect(events).toEqual([]);
    expect(problems.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });
});

describe('Helicone', () => {
  it('stores the prompt without the cache, whatever the total leaves out', async () => {
    const { events, problems } = await readFixture('helicone', 'requests.csv');
    expect(problems).toEqual([]);
    expect(events.map((event) => [...sums([event]), event.path])).toEqual([
      [1000, 400, 0, 0, 100, 0, 1500, 'helicone:Shop'],
      [50, 300, 20, 0, 30, 0, 400, null],
    ]);
  });

  it('is also read from the CSV of its export tool, which has no ids of requests', async () => {
    const { events, problems } = await readFixture('helicone', 'export-tool.csv');
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { inputTokens: 600, outputTokens: 100, path: 'helicone:Shop', recordedCostNanoUsd: 2_000_000 },
    ]);
  });
});
