import { describe, expect, it } from 'vitest';
import { BestRecords } from '../../../src/lib/sources/reading/better-record';
import { detectSource, sources } from '../../../src/lib/sources/registry';
import { fixture, fixtures, isSound, readExport, readFixture, sourceOf, sums } from './support/exports';
import { FileHead } from '../../../src/lib/sources/reading/head';

describe.each(fixtures)('$source/$file', ({ source: id, file }) => {
  it('is recognized by its content, and only by its own source', () => {
    const head = new TextDecoder().decode(fixture(id, file));
    expect(detectSource(new FileHead(head, 'anything.bin'))?.id).toBe(id);
    expect(
      sources.filter((other) => other.detect?.(new FileHead(head, 'anything.bin'))).map((other) => other.id),
    ).toEqual([id]);
  });

  it('has the same key for every event when read again, and no two events share one', async () => {
    const first = await readFixture(id, file);
    expect(await readFixture(id, file)).toEqual(first);
    expect(first.events.every(isSound)).toBe(true);
    const keys = first.events.map((event) => event.dedupeKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => key.startsWith(`${id}:`))).toBe(true);
  });
});

describe('OpenAI usage', () => {
  it('subtracts the cache from the input, and ignores empty buckets', async () => {
    const { events, problems } = await readFixture('openai-usage', 'completions_usage.csv');
    expect(problems).toEqual([]);
    expect(sums(events)).toEqual([1127, 1000, 50, 0, 373, 0, 2550]);
    expect(events.map(({ granularity, path, model }) => [granularity, path, model])).toEqual([
      ['day', 'proj_alpha01', 'gpt-5-mini'],
      ['day', 'proj_alpha01', 'gpt-5-mini'],
      ['day', 'proj_beta02', 'gpt-5'],
    ]);
    expect(events[0]?.occurredAt).toBe(Date.UTC(2026, 10, 1));
  });

  it('reads older, shorter headers; an hour is a moment', async () => {
    const { events } = await readFixture('openai-usage', 'hourly-without-new-columns.csv');
    expect(sums(events)).toEqual([440, 100, 0, 0, 64, 0, 604]);
    expect(events.map((event) => event.granularity)).toEqual(['moment', 'moment']);
  });

  it('a later export of a bucket that has grown replaces the earlier one', async () => {
    const text = new TextDecoder().decode(fixture('openai-usage', 'completions_usage.csv'));
    const best = new BestRecords();
    const later = text
      .replace('2.0,user-two', '5.0,user-two')
      .replace('77.0,23.0,0.0,,77.0', '177.0,24.0,0.0,,177.0');
    for (const chunk of [text, later, text]) {
      for (const event of (await readExport(sourceOf('openai-usage'), [chunk])).events) best.add(event);
    }
    expect(sums([...best]).at(-1)).toBe(2550 - 100 + 177 + 24);
  });

  it.each([
    ['more cache than input', '10', '11', 'cache-over-input'],
    ['a negative count', '-1', '0', { code: 'in-column', problem: 'count-negative', column: 'inputtokens' }],
    ['a fraction', '1.5', '0', { code: 'in-column', problem: 'count-not-whole', column: 'inputtokens' }],
    [
      'a number of two meanings',
      '"1,234"',
      '0',
      { code: 'in-column', problem: 'count-ambiguous', column: 'inputtokens' },
    ],
    ['words', 'many', '0', { code: 'in-column', problem: 'count-not-a-number', column: 'inputtokens' }],
    [
      'an absurd count',
      '1e30',
      '0',
      { code: 'in-column', problem: 'count-not-a-number', column: 'inputtokens' },
    ],
    [
      'too large a count',
      '9'.repeat(20),
      '0',
      { code: 'in-column', problem: 'count-implausible', column: 'inputtokens' },
    ],
  ])('%s is a problem with its line', async (_, input, cached, reason) => {
    const text = `start_time,end_time,num_model_requests,model,input_tokens,output_tokens,input_cached_tokens
1793491200,1793577600,1,m,1,1,0
1793491200,1793577600,1,n,${input},1,${cached}
`;
    const { events, problems } = await readExport(sourceOf('openai-usage'), [text]);
    expect(events).toHaveLength(1);
    expect(problems).toEqual([{ reason, line: 3 }]);
  });

  it.each([
    ['1793491200', '1793491200', 'bucket-ends-early'],
    ['1793491200', '1794096000', 'bucket-over-a-day'],
    ['1793494800', '1793581200', 'bucket-not-a-utc-day'],
    ['12', '1793581200', 'date-not-epoch-seconds'],
    ['1893494800', '', 'date-out-of-range'],
  ])('a bucket from %s to %s is a problem', async (start, end, reason) => {
    const text = `start_time,end_time,num_model_requests,input_tokens,output_tokens\n${start},${end},1,5,5\n`;
    const { events, problems } = await readExport(sourceOf('openai-usage'), [text]);
    expect(events).toEqual([]);
    expect(problems).toEqual([{ reason, line: 2 }]);
  });
});

describe('cost exports', () => {
  it('of OpenAI contain the names of its projects', async () => {
    const { events, names, problems } = await readFixture('openai-cost', 'cost.csv');
    expect(events).toEqual([]);
    expect(names).toEqual({ proj_alpha01: 'Shop assistant', proj_beta02: 'Letters, translated' });
    expect(problems).toEqual([{ reason: 'cost-export-names-only' }]);
  });

  it('of Anthropic are recognized, and reported to contain no tokens', async () => {
    const { events, problems } = await readFixture('anthropic-cost', 'cost.csv');
    expect(events).toEqual([]);
    expect(problems).toHaveLength(1);
  });
});

describe('OpenAI activity', () => {
  it('counts text, not images', async () => {
    const { events, problems, names } = await readFixture('openai-activity', 'activity.csv');
    expect(problems).toEqual([]);
    expect(sums(events)).toEqual([2890, 1000, 0, 0, 460, 0, 4350]);
    expect(events.map(({ path, eventType }) => [path, eventType])).toEqual([
      ['proj_alpha01', 'chat'],
      ['proj_alpha01', 'embedding'],
      ['openai:Default Project', 'chat'],
    ]);
    expect(names).toEqual({ proj_alpha01: 'Shop assistant', 'openai:Default Project': 'Default Project' });
  });
});

describe('Anthropic usage', () => {
  it('has the five counters unchanged, by day', async () => {
    const { events, problems, names } = await readFixture('anthropic-usage', 'daily.csv');
    expect(problems).toEqual([]);
    expect(sums(events)).toEqual([1380, 5000, 300, 40, 729, 0, 7449]);
    expect(events.map(({ granularity }) => granularity)).toEqual(['day', 'day', 'day']);
    expect(names).toEqual({ 'anthropic:Default': 'Default', 'anthropic:Küche-Test': 'Küche/Test' });
  });

  it('has the same keys after Anthropic added columns, and after an API key was archived', async () => {
    const header = 'usage_date_utc,model_version,api_key,usage_input_tokens_no_cache,usage_output_tokens';
    const row = '2026-11-01,claude-opus-4-8,crawler,1200,700';
    const keyOf = async (more: string, values: string) => {
      const { events } = await readExport(sourceOf('anthropic-usage'), [
        `${header}${more}\n${row}${values}\n`,
      ]);
      return events.map(({ dedupeKey }) => dedupeKey);
    };
    const before = await keyOf('', '');
    expect(before).toHaveLength(1);
    expect(await keyOf(',inference_geo,speed', ',not_available,')).toEqual(before);
    expect(await keyOf(',inference_geo,api_key_status', ',not_available,active')).toEqual(before);
    expect(await keyOf(',api_key_status', ',archived')).toEqual(before);
    expect(await keyOf(',inference_geo', ',us')).not.toEqual(before);
  });

  it('by hour has moments; without a workspace the API key names the project', async () => {
    const { events } = await readFixture('anthropic-usage', 'hourly.csv');
    expect(sums(events)).toEqual([11, 33, 22, 0, 44, 0, 110]);
    expect(events.map(({ occurredAt, granularity, path }) => [occurredAt, granularity, path])).toEqual([
      [Date.UTC(2026, 10, 3, 0), 'moment', 'anthropic:crawler'],
      [Date.UTC(2026, 10, 3, 1), 'moment', 'anthropic:crawler'],
    ]);
  });
});

describe('Cursor usage', () => {
  it('decides by the total what the two inputs mean', async () => {
    const { events, problems } = await readFixture('cursor-usage', 'usage-events.csv');
    expect(problems).toEqual([]);
    expect(events.map((event) => [event.inputTokens, event.cacheWrite5mTokens])).toEqual([
      [300, 1200],
      [900, 0],
      [1000, 200],
    ]);
    expect(sums(events)).toEqual([2200, 10100, 1400, 0, 600, 0, 14300]);
  });

  it('distinguishes calls at the same moment by their attributes and counts, and recognizes a row again', async () => {
    const header =
      'Date,Kind,Model,Max Mode,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output Tokens,Total Tokens,Cost';
    const row = (model: string, output: number, cost: string): string =>
      `"2026-11-04T10:00:00.000Z","Included","${model}","No","0","10","0","${output}","${10 + output}","${cost}"`;
    const { events, problems } = await readExport(sourceOf('cursor-usage'), [
      [header, row('a', 1, '0'), row('b', 1, '0'), row('a', 2, '0'), row('a', 1, '0.02')].join('\n'),
    ]);
    expect(problems).toEqual([]);
    expect(events).toHaveLength(4);
    expect(new Set(events.map(({ dedupeKey }) => dedupeKey)).size).toBe(3);
  });

  it('reports a row whose total fits neither', async () => {
    const text = new TextDecoder()
      .decode(fixture('cursor-usage', 'usage-events.csv'))
      .replace('6750', '6751');
    const { events, problems } = await readExport(sourceOf('cursor-usage'), [text]);
    expect(events).toHaveLength(2);
    expect(problems).toEqual([{ reason: 'row-total-differs', line: 2 }]);
  });
});
