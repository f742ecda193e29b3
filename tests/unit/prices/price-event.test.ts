import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BillableEvent } from '../../../src/lib/model/event-cost';
import type { PriceChoice } from '../../../src/lib/model/price-choice';
import { noTokens } from '../../../src/lib/model/tokens';
import { builtInTable } from '../../../src/lib/prices/built-in-table';
import { EventPricer } from '../../../src/lib/prices/price-event';
import type { PriceTable } from '../../../src/lib/prices/price-table';

function event(changes: Partial<BillableEvent> = {}): BillableEvent {
  return {
    ...noTokens,
    provider: 'acme',
    model: 'acme-5',
    llmMode: 'cloud',
    occurredAt: Date.UTC(2026, 0, 15, 12),
    granularity: 'moment',
    ...changes,
  };
}

const table: PriceTable = {
  name: 'test',
  version: '1',
  date: '2026-01-01',
  providers: [
    {
      id: 'acme',
      modelMatch: { contains: 'acme' },
      models: [
        {
          id: 'acme-5',
          match: { starts_with: 'acme-5' },
          prices: [
            {
              perToken: {
                input: [
                  [0, 3_000_000],
                  [200_000, 6_000_000],
                ],
                cacheRead: 300_000,
                output: 15_000_000,
              },
            },
            { from: '2026-03-01', perToken: { input: 1_000_000, output: 500 } },
          ],
        },
        { id: 'no-output', match: { equals: 'acme-in' }, prices: [{ perToken: { input: 1_000_000 } }] },
      ],
    },
    {
      id: 'openai',
      models: [{ id: 'o', match: { equals: 'o' }, prices: [{ perToken: { input: 1_000_000 } }] }],
    },
  ],
};
const { costOf } = new EventPricer({ tables: [table], choices: new Map() });
const built = new EventPricer({ tables: [builtInTable()], choices: new Map() });

describe('the cost of an event', () => {
  it('is what the source recorded, before anything else', () => {
    const recorded = event({ recordedCostNanoUsd: 7, llmMode: 'local', inputTokens: 1 });
    expect(costOf(recorded)).toEqual({ costNanoUsd: 7, costBasis: 'recorded', priceRule: null });
  });

  it('is zero on the user’s own machine', () => {
    expect(costOf(event({ llmMode: 'local', inputTokens: 1 }))).toMatchObject({
      costNanoUsd: 0,
      costBasis: 'free',
    });
  });

  it('is computed from the prices of its day, and says which', () => {
    expect(costOf(event({ inputTokens: 10, cacheReadTokens: 10, outputTokens: 1 }))).toEqual({
      costNanoUsd: 30_000 + 3_000 + 15_000,
      costBasis: 'computed',
      priceRule: 'test 1 · acme/acme-5 · exact',
    });
    expect(costOf(event({ inputTokens: 10, occurredAt: Date.UTC(2026, 2, 1) })).costNanoUsd).toBe(10_000);
  });

  it('is rounded half up once, after everything is added', () => {
    const march = Date.UTC(2026, 2, 1);
    expect(costOf(event({ outputTokens: 1, occurredAt: march })).costNanoUsd).toBe(1);
    expect(costOf(event({ outputTokens: 3, occurredAt: march })).costNanoUsd).toBe(2);
  });

  it('charges the higher price for the whole of a long request, but not for sums of requests', () => {
    expect(costOf(event({ inputTokens: 200_000 })).costNanoUsd).toBe(200_000 * 3_000);
    expect(costOf(event({ inputTokens: 200_001 })).costNanoUsd).toBe(200_001 * 6_000);
    expect(costOf(event({ inputTokens: 200_001, granularity: 'day' })).costNanoUsd).toBe(200_001 * 3_000);
    expect(costOf(event({ inputTokens: 200_001, countQuality: 'session-total' })).costNanoUsd).toBe(
      200_001 * 3_000,
    );
    // An hour of a provider's export is a sum as well.
    expect(costOf(event({ inputTokens: 200_001 }), 'openai-usage').costNanoUsd).toBe(200_001 * 3_000);
  });

  it('is the long price for a sum of requests that were all long, and half of that in a batch', () => {
    const sum = event({ inputTokens: 10, granularity: 'day', serviceTier: 'long-context' });
    expect(costOf(sum, 'anthropic-usage').costNanoUsd).toBe(60_000);
    expect(built.costOf({ ...sum, model: 'claude-sonnet-4-5', provider: 'anthropic' }).costNanoUsd).toBe(
      60_000,
    );
    const batch = {
      ...sum,
      model: 'claude-sonnet-4-5',
      provider: 'anthropic',
      serviceTier: 'batch long-context',
    };
    expect(built.costOf(batch).costNanoUsd).toBe(30_000);
    expect(built.costOf(batch).priceRule).toContain('50 %');
  });

  it('is half in a batch if the provider says so, and unknown in a class without a known price', () => {
    const o = event({ provider: 'openai', model: 'o', inputTokens: 10 });
    expect(costOf({ ...o, serviceTier: 'batch' }).costNanoUsd).toBe(5_000);
    expect(costOf({ ...o, serviceTier: 'default' }).costNanoUsd).toBe(10_000);
    expect(costOf({ ...o, serviceTier: 'flex' }).costNanoUsd).toBe(5_000);
    expect(costOf({ ...o, serviceTier: 'fast' }).costNanoUsd).toBeNull();
    expect(costOf({ ...o, serviceTier: 'priority' })).toMatchObject({
      costNanoUsd: null,
      costBasis: 'unpriced',
    });
  });

  it('is unknown, never 0, if a price is missing', () => {
    const unpriced = { costNanoUsd: null, costBasis: 'unpriced', priceRule: null };
    expect(costOf(event({ model: null, inputTokens: 1 }))).toEqual(unpriced);
    expect(costOf(event({ model: 'other', inputTokens: 1 }))).toEqual(unpriced);
    expect(costOf(event({ model: 'acme-5-1', inputTokens: 1 }))).toEqual(unpriced);
    expect(costOf(event({ model: 'acme-in', inputTokens: 1, outputTokens: 1 }))).toEqual(unpriced);
    expect(costOf(event({ inputTokens: 1, countQuality: 'total-only' }))).toEqual(unpriced);
  });

  it('is exact for as many tokens as an event can hold', () => {
    const tokens = fc.integer({ min: 0, max: 200_000_000 });
    fc.assert(
      fc.property(tokens, tokens, (inputTokens, outputTokens) => {
        const cost = costOf(event({ inputTokens, outputTokens, granularity: 'day' })).costNanoUsd;
        expect(cost).not.toBeNull();
        expect(BigInt(cost!)).toBe(BigInt(inputTokens) * 3_000n + BigInt(outputTokens) * 15_000n);
      }),
    );
    // More than a million dollars is a broken record.
    expect(costOf(event({ inputTokens: 1_000_000_000_000 })).costNanoUsd).toBeNull();
  });
});

describe('the built-in table', () => {
  const rule = (provider: string | null, model: string) =>
    built
      .costOf(event({ provider, model, inputTokens: 1 }))
      .priceRule?.split(' · ')
      .slice(1)
      .join(' ') ?? null;

  it.each([
    ['anthropic', 'claude-sonnet-4-5', 'anthropic/claude-sonnet-4-5 exact'],
    ['anthropic', 'claude-sonnet-4-5-20250929', 'anthropic/claude-sonnet-4-5 date'],
    [null, 'claude-sonnet-4-5[1m]', 'anthropic/claude-sonnet-4-5 suffix'],
    [null, 'us.anthropic.claude-sonnet-4-20250514-v1:0', 'anthropic/claude-sonnet-4-0 suffix'],
    [null, 'bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic/claude-sonnet-4-5 suffix'],
    [
      null,
      'arn:aws:bedrock:us-east-1:1:inference-profile/us.anthropic.claude-opus-4-1-20250805-v1:0',
      'anthropic/claude-opus-4-1 suffix',
    ],
    ['google', 'gemini-2.0-flash-001', 'google/gemini-2.0-flash pattern'],
    ['vertex_ai', 'claude-opus-4-5@20251101', 'anthropic/claude-opus-4-5 date'],
    [null, 'anthropic/claude-sonnet-4.5', 'anthropic/claude-sonnet-4-5 prefix'],
    [null, 'gpt-4.1-mini-2025-04-14', 'openai/gpt-4.1-mini exact'],
    ['openrouter', 'anthropic/claude-sonnet-4.5', 'openrouter/anthropic/claude-sonnet-4.5 exact'],
    ['openrouter', 'anthropic/claude-sonnet-4-5', 'openrouter/anthropic/claude-sonnet-4.5 dots'],
    ['openrouter', 'anthropic/claude-opus-4.6-fast', 'openrouter/anthropic/claude-opus-4.6-fast exact'],
    [
      'bedrock',
      'us.anthropic.claude-sonnet-4-20250514-v1:0',
      'aws/regional.anthropic.claude-sonnet-4-20250514-v1:0 pattern',
    ],
    ['azure', 'gpt-4o-2024-11-20', 'openai/gpt-4o exact'],
    [null, 'models/gemini-2.5-pro', 'google/gemini-2.5-pro prefix'],
    [null, 'gemini-2-5-pro', 'google/gemini-2.5-pro dots'],
    [null, ' CLAUDE-Opus-4.5@20251101 ', 'anthropic/claude-opus-4-5 date'],
  ])('knows %s %s', (provider, model, expected) => expect(rule(provider, model)).toBe(expected));

  it.each([
    'claude-opus-5-7',
    'claude-sonnet-4-7',
    'claude-sonnet-5-5',
    'claude-opus-9',
    'gpt-4.5',
    'claude-opus-4-10',
    'claude-opus-4.5-1',
    'claude-sonnet-45',
    'claude-sonnet',
    'gpt-5.9',
    'gpt-5.10',
    'gpt-5o',
    'gpt-51',
    'gemini-2.6-flash',
    'gemini-25-pro',
    'grok-4.1',
    'kimi-k2.9',
    'llama-unknown',
  ])('never takes the price of another version for %s', (model) => expect(rule(null, model)).toBeNull());

  it.each(['claude-opus-4-6-fast', 'claude-sonnet-4-5-fast', 'gemini-1.5-flash-8b', '<synthetic>', 'auto'])(
    'never takes the price of another product for %s',
    (model) => expect(rule(null, model)).toBeNull(),
  );
});

describe('the user’s choice of a price', () => {
  const priced = (model: string, choice: PriceChoice, more: [string, PriceChoice][] = []) =>
    new EventPricer({ tables: [table], choices: new Map([[model, choice], ...more]) });
  const own: PriceChoice = {
    kind: 'own',
    prices: [
      { from: '2026-02-01', perToken: { input: 5_000_000, output: 5_000_000 } },
      { from: '2026-06-01', perToken: { input: 7_000_000 } },
    ],
  };

  it('applies from its day on; before that the table applies', () => {
    const { costOf } = priced('acme-5', own);
    const at = (month: number) => costOf(event({ inputTokens: 10, occurredAt: Date.UTC(2026, month, 1) }));
    expect(at(0)).toMatchObject({ costNanoUsd: 30_000, priceRule: 'test 1 · acme/acme-5 · exact' });
    expect(at(1)).toMatchObject({ costNanoUsd: 50_000, priceRule: 'own price · 2026-02-01' });
    expect(at(5)).toMatchObject({ costNanoUsd: 70_000 });
    expect(costOf(event({ outputTokens: 1, occurredAt: Date.UTC(2026, 6, 1) })).costNanoUsd).toBeNull();
  });

  it('prices a model as another one, even with an own price, but follows no second alias', () => {
    const alias: PriceChoice = { kind: 'alias', model: 'acme-5' };
    const house = event({ model: 'house', inputTokens: 10, occurredAt: Date.UTC(2026, 1, 1) });
    expect(priced('house', alias).costOf(house)).toMatchObject({
      costNanoUsd: 30_000,
      priceRule: 'test 1 · acme/acme-5 · alias',
    });
    expect(priced('house', alias, [['acme-5', own]]).costOf(house).costNanoUsd).toBe(50_000);
    const loop = priced('house', alias, [['acme-5', { kind: 'alias', model: 'house' }]]);
    expect(loop.costOf(house).costNanoUsd).toBe(30_000);
  });

  it('can make a model free, but recorded costs stay', () => {
    const { costOf } = priced('acme-5', { kind: 'free' });
    expect(costOf(event({ inputTokens: 10 }))).toEqual({
      costNanoUsd: 0,
      costBasis: 'free',
      priceRule: 'own · free',
    });
    expect(costOf(event({ recordedCostNanoUsd: 5 })).costBasis).toBe('recorded');
  });

  it('says where a price comes from', () => {
    const none = new EventPricer({ tables: [table], choices: new Map() });
    const now = Date.UTC(2026, 0, 1);
    expect(none.matchOf(null, 'acme-5', now)).toMatchObject({
      ...{ kind: 'table', how: 'exact', provider: 'acme', model: 'acme-5', hasTiers: true },
      perToken: { input: 3_000_000, cacheRead: 300_000, output: 15_000_000 },
    });
    expect(none.matchOf(null, 'acme-6', now)).toBeNull();
    expect(priced('acme-5', { kind: 'free' }).matchOf(null, 'acme-5', now)?.kind).toBe('free');
  });

  it('uses the first table that has the model', () => {
    const newer = { ...table, version: '2', providers: table.providers.slice(1) };
    const { costOf } = new EventPricer({ tables: [newer, table], choices: new Map() });
    expect(costOf(event({ provider: 'openai', model: 'o', inputTokens: 1 })).priceRule).toContain('test 2');
    expect(costOf(event({ inputTokens: 1 })).priceRule).toContain('test 1');
  });
});
