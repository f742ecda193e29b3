import * as v from 'valibot';
import { maxDollarsPerMillion, picoPerDollarPerMillion, type PriceKind } from '../model/price-choice';
import { isSafePattern } from './safe-pattern';
import type { DatedPrices, NameMatch, PriceTable, TokenPrice } from './price-table';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const dollars = v.pipe(v.number(), v.minValue(0), v.maxValue(maxDollarsPerMillion));
const price = v.union([
  dollars,
  v.object({
    base: dollars,
    tiers: v.pipe(
      v.array(v.object({ start: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), price: dollars })),
      v.maxLength(20),
    ),
  }),
]);

const nameMatch: v.GenericSchema<NameMatch> = v.union([
  v.strictObject({ equals: text }),
  v.strictObject({ starts_with: text }),
  v.strictObject({ ends_with: text }),
  v.strictObject({ contains: text }),
  v.strictObject({ regex: v.pipe(text, v.check(isSafePattern)) }),
  v.strictObject({ or: v.pipe(v.array(v.lazy(() => nameMatch)), v.maxLength(2000)) }),
  v.strictObject({ and: v.pipe(v.array(v.lazy(() => nameMatch)), v.maxLength(2000)) }),
]);

/**
 * The table's names of prices, and ours. Only text tokens are counted. If two names mean the same kind, the last one
 * counts.
 */
const kinds = {
  input_mtok: 'input',
  cache_read_mtok: 'cacheRead',
  cache_write_mtok: 'cacheWrite5m',
  cache_write_5m_mtok: 'cacheWrite5m',
  cache_write_1h_mtok: 'cacheWrite1h',
  output_mtok: 'output',
} as const satisfies Record<string, PriceKind>;
const names = Object.keys(kinds) as (keyof typeof kinds)[];

const modelPrices = v.object({
  input_mtok: v.nullish(price),
  cache_read_mtok: v.nullish(price),
  cache_write_mtok: v.nullish(price),
  cache_write_5m_mtok: v.nullish(price),
  cache_write_1h_mtok: v.nullish(price),
  output_mtok: v.nullish(price),
});

const date = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));
const clock = v.pipe(v.string(), v.regex(/^\d\d:\d\d:\d\dZ?$/));
const conditional = v.object({
  constraint: v.nullish(
    v.union([v.object({ start_date: date }), v.object({ start_time: clock, end_time: clock })]),
  ),
  prices: modelPrices,
});

const provider = v.object({
  id: text,
  provider_match: v.nullish(nameMatch),
  model_match: v.nullish(nameMatch),
  fallback_model_providers: v.nullish(v.pipe(v.array(text), v.maxLength(100))),
  models: v.pipe(
    v.array(
      v.object({
        id: text,
        match: nameMatch,
        prices: v.union([v.pipe(v.array(conditional), v.maxLength(100)), modelPrices]),
      }),
    ),
    v.maxLength(20_000),
  ),
});

/** The used part of genai-prices' `data.json`. */
export const genaiData = v.pipe(v.array(provider), v.minLength(1), v.maxLength(1000));

/** The prices of text tokens, by provider and date. */
export function fromGenaiData(
  data: v.InferOutput<typeof genaiData>,
  about: Pick<PriceTable, 'name' | 'version' | 'date'>,
): PriceTable {
  const providers = data
    .map((each) => ({
      id: each.id,
      ...(each.provider_match && { providerMatch: each.provider_match }),
      ...(each.model_match && { modelMatch: each.model_match }),
      ...(each.fallback_model_providers && { fallbacks: each.fallback_model_providers }),
      models: each.models
        .map(({ id, match, prices }) => ({ id, match, prices: datedPrices(prices) }))
        .filter(({ prices }) => prices.some(({ perToken }) => Object.keys(perToken).length > 0)),
    }))
    .filter(({ models }) => models.length > 0);
  return { ...about, providers };
}

type Prices = v.InferOutput<typeof provider>['models'][number]['prices'];

function datedPrices(prices: Prices): DatedPrices[] {
  const dated = Array.isArray(prices) ? prices : [{ constraint: undefined, prices }];
  return dated.map(({ constraint, prices: each }) => ({
    ...(constraint && 'start_date' in constraint && { from: constraint.start_date }),
    ...(constraint &&
      'start_time' in constraint && { between: [constraint.start_time, constraint.end_time] as const }),
    perToken: Object.fromEntries(
      names.flatMap((name) => {
        const found = each[name];
        return found == null ? [] : [[kinds[name], tokenPrice(found)]];
      }),
    ),
  }));
}

function tokenPrice(found: v.InferOutput<typeof price>): TokenPrice {
  if (typeof found === 'number') return pico(found);
  return [
    [0, pico(found.base)],
    ...found.tiers.map((tier): [number, number] => [tier.start, pico(tier.price)]),
  ];
}

function pico(dollarsPerMillion: number): number {
  return Math.round(dollarsPerMillion * picoPerDollarPerMillion);
}
