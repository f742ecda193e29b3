import { describe, expect, it } from 'vitest';
import { BestRecords } from '../../../src/lib/sources/reading/better-record';
import { detectSource } from '../../../src/lib/sources/registry';
import { FileHead } from '../../../src/lib/sources/reading/head';
import { fixture, readExport, readFixture, sourceOf, sums } from './support/exports';

const textOf = (source: string, file: string): string => new TextDecoder().decode(fixture(source, file));

describe('OpenAI’s usage API', () => {
  it('has buckets of days and hours; input includes cached tokens', async () => {
    const { events, problems } = await readFixture('openai-usage-api', 'completions.json');
    expect(problems).toEqual([]);
    expect(events.map((event) => sums([event]))).toEqual([
      [200, 800, 0, 0, 500, 0, 1500],
      [90, 0, 0, 0, 10, 0, 100],
      [40, 0, 0, 0, 0, 0, 40],
    ]);
    expect(events).toMatchObject([
      { granularity: 'day', path: 'proj_alpha01', model: 'gpt-5-mini', occurredAt: Date.UTC(2026, 10, 1) },
      { granularity: 'day', serviceTier: 'batch' },
      { granularity: 'moment', path: 'key_one', eventType: 'embedding' },
    ]);
  });

  it('replaces a bucket by a later answer, and reads pages one per line', async () => {
    const page = JSON.stringify(JSON.parse(textOf('openai-usage-api', 'completions.json')));
    const later = page.replace('"input_tokens":90', '"input_tokens":190');
    const best = new BestRecords();
    const lines = `${page}\n${later}\n${page}\n`;
    expect(detectSource(new FileHead(lines, 'x'))?.id).toBe('openai-usage-api');
    for (const event of (await readExport(sourceOf('openai-usage-api'), [lines])).events) best.add(event);
    expect(sums([...best]).at(-1)).toBe(1640 + 100);
  });

  it('says that costs alone contain no tokens', async () => {
    const page =
      '{"object":"page","data":[{"object":"bucket","start_time":1793491200,"end_time":1793577600,"results":[{"object":"organization.costs.result","amount":{"value":0.06,"currency":"usd"}}]}]}';
    const { events, problems } = await readExport(sourceOf('openai-usage-api'), [page]);
    expect(events).toEqual([]);
    expect(problems).toEqual([{ reason: 'cost-export-without-tokens' }]);
  });
});

describe('Anthropic’s usage API', () => {
  it('has five disjoint counts, and price classes', async () => {
    const { events, problems } = await readFixture('anthropic-usage-api', 'messages.json');
    expect(problems).toEqual([]);
    expect(events.map((event) => sums([event]))).toEqual([
      [1500, 200, 500, 1000, 500, 0, 3700],
      [30, 0, 0, 0, 5, 0, 35],
      [7, 0, 0, 0, 2, 0, 9],
    ]);
    expect(events).toMatchObject([
      { granularity: 'day', path: 'anthropic:wrkspc_fixture', model: 'claude-opus-4-8' },
      { serviceTier: 'batch long-context' },
      { granularity: 'moment', path: null, model: null },
    ]);
  });
});

describe('OpenRouter’s activity API', () => {
  it('has a record per day and endpoint, as JSON or as CSV; an own key leaves the cost unknown', async () => {
    const { events, problems } = await readFixture('openrouter-daily', 'activity.json');
    expect(problems).toEqual([]);
    expect(sums(events)).toEqual([80, 0, 0, 0, 135, 25, 215]);
    expect(events.map(({ recordedCostNanoUsd }) => recordedCostNanoUsd)).toEqual([15_000_000, undefined]);
    expect((await readFixture('openrouter-daily', 'activity.csv')).events).toEqual(events);
  });
});

describe('OpenCode’s console', () => {
  it('has disjoint counts per day and user, who is the project', async () => {
    const { events, problems, names } = await readFixture('opencode-console', 'usage-30d.csv');
    expect(problems).toEqual([]);
    expect(events.map((event) => sums([event]))).toEqual([
      [1830, 5120, 2100, 30, 964, 0, 10_044],
      [402, 880, 0, 0, 318, 0, 1600],
    ]);
    expect(events.map(({ recordedCostNanoUsd }) => recordedCostNanoUsd)).toEqual([15_123_340, undefined]);
    expect(names).toEqual({ 'opencode:svcacct_fixture': 'CI', 'opencode:user_fixture': 'Ada' });
  });
});
