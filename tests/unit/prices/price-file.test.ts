import { describe, expect, it } from 'vitest';
import { noTokens } from '../../../src/lib/model/tokens';
import { EventPricer } from '../../../src/lib/prices/price-event';
import { parsePriceFile } from '../../../src/lib/prices/price-file';

const added = Date.UTC(2026, 10, 15, 12);
const read = (data: unknown) => parsePriceFile(JSON.stringify(data), added);
const pricer = (data: unknown) => new EventPricer({ tables: [read(data)], choices: new Map() });
const call = (provider: string | null, model: string, inputTokens: number) => ({
  ...noTokens,
  ...{ source: 'test', provider, model, inputTokens, occurredAt: added },
  llmMode: 'cloud' as const,
  granularity: 'moment' as const,
});

const litellm = {
  sample_spec: { litellm_provider: 'one of https://…', input_cost_per_token: 0 },
  'gpt-9': {
    litellm_provider: 'openai',
    input_cost_per_token: 2e-6,
    input_cost_per_token_above_200k_tokens: '4e-06',
    output_cost_per_token: 8e-6,
    mode: 'chat',
  },
  'gemini/gemini-9': { litellm_provider: 'gemini', input_cost_per_token: 1e-7 },
  'dall-e': { litellm_provider: 'openai', input_cost_per_pixel: 1 },
  broken: { litellm_provider: 'openai', input_cost_per_token: -1 },
  huge: { litellm_provider: 'openai', input_cost_per_token: 1e300 },
  odd: 5,
};

const genai = [
  {
    id: 'acme',
    name: 'ACME',
    model_match: { starts_with: 'acme' },
    models: [
      {
        id: 'acme-9',
        match: { or: [{ equals: 'acme-9' }, { regex: '^acme-9-\\d{8}$' }] },
        prices: {
          input_mtok: { base: 1.25, tiers: [{ start: 200000, price: 2.5 }] },
          web_searches_kcount: 10,
        },
      },
    ],
  },
];

describe('a price table from a file', () => {
  it('is read from LiteLLM, by exact names, with the prices of long requests', () => {
    const { costOf } = pricer(litellm);
    expect(costOf(call('openai', 'gpt-9', 10)).costNanoUsd).toBe(20_000);
    expect(costOf(call(null, 'gpt-9', 300_000)).costNanoUsd).toBe(300_000 * 4_000);
    expect(costOf(call('google', 'gemini-9', 10))).toMatchObject({
      costNanoUsd: 1_000,
      priceRule: 'LiteLLM 2026-11-15 · google/gemini-9 · exact',
    });
    for (const model of ['gpt-9.1', 'dall-e', 'broken', 'huge', 'sample_spec'])
      expect(costOf(call(null, model, 10)).costNanoUsd).toBeNull();
  });

  it('is read from genai-prices', () => {
    const { costOf } = pricer(genai);
    expect(costOf(call(null, 'acme-9-20261101', 10))).toMatchObject({
      costNanoUsd: 12_500,
      priceRule: 'genai-prices 2026-11-15 · acme/acme-9 · date',
    });
  });

  const withMatch = (match: unknown) => [
    { id: 'a', models: [{ id: 'a', match, prices: { input_mtok: 1 } }] },
  ];
  const deep = (levels: number): unknown => (levels === 0 ? { equals: 'a' } : { or: [deep(levels - 1)] });

  it.each([
    ['no JSON', '{'],
    ['a number', '5'],
    ['an empty list', '[]'],
    ['no model', '{"a":1}'],
    ['deep brackets', '['.repeat(100_000)],
    ['a deep match', JSON.stringify(withMatch(deep(40)))],
    ['a pattern that takes for ever', JSON.stringify(withMatch({ regex: '^(a+)+$' }))],
    ['many optional letters', JSON.stringify(withMatch({ regex: `^${'[a-z]?'.repeat(12)}[a-z]*[a-z]*x$` }))],
    ['many alternatives', JSON.stringify(withMatch({ regex: `^${'(?:a|a)'.repeat(30)}x$` }))],
    ['a broken pattern', JSON.stringify(withMatch({ regex: '(' }))],
    ['a price below zero', JSON.stringify(withMatch({ equals: 'a' })).replace(':1}', ':-1}')],
    ['a price of text', JSON.stringify(withMatch({ equals: 'a' })).replace(':1}', ':"1"}')],
    ['a price without an end', JSON.stringify(withMatch({ equals: 'a' })).replace(':1}', ':1e999}')],
  ])('refuses %s', (_, text) => {
    expect(() => parsePriceFile(text, added)).toThrow(expect.objectContaining({ code: 'BadInput' }));
  });

  it('is not confused by names of built-in object properties', () => {
    const hostile =
      '{"__proto__":{"litellm_provider":"openai","input_cost_per_token":1e-6},"constructor":{}}';
    expect(() => parsePriceFile(hostile, added)).not.toThrow(TypeError);
    expect(({} as Record<string, unknown>)['litellm_provider']).toBeUndefined();
  });
});
