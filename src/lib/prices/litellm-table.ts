import * as v from 'valibot';
import { maxDollarsPerMillion, type PriceKind } from '../model/price-choice';
import type { PricedModel, PriceProvider, PriceTable, TokenPrice } from './price-table';

/** Dollars per token; files write some numbers as strings. */
const dollars = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.maxLength(40), v.trim(), v.nonEmpty(), v.transform(Number))]),
  v.number(),
  v.minValue(0),
  v.maxValue(maxDollarsPerMillion / 1e6),
);
const model = v.objectWithRest(
  { litellm_provider: v.pipe(v.string(), v.minLength(1), v.maxLength(300)) },
  v.unknown(),
);

/** LiteLLM's names of prices, and ours. */
const kinds = {
  input_cost_per_token: 'input',
  cache_read_input_token_cost: 'cacheRead',
  cache_creation_input_token_cost: 'cacheWrite5m',
  cache_creation_input_token_cost_above_1hr: 'cacheWrite1h',
  output_cost_per_token: 'output',
} as const satisfies Record<string, PriceKind>;

/** The providers' names in logs, where LiteLLM uses its own. All `vertex_ai-…` names are one seller. */
const ownNames: Readonly<Record<string, string>> = {
  gemini: 'google',
  'vertex_ai-language-models': 'google',
  'text-completion-openai': 'openai',
  bedrock_converse: 'bedrock',
  azure_ai: 'azure',
};

/** LiteLLM's `model_prices_and_context_window.json`. */
export const litellmData = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(300)), v.unknown()),
  v.check((data) => Object.keys(data).length <= 50_000),
);

/**
 * The prices of text tokens by the exact names that LiteLLM lists. Models without a price per token (images, speech)
 * are skipped.
 * @returns null if no entry is a model with a price
 */
export function fromLitellmData(
  data: Record<string, unknown>,
  about: Pick<PriceTable, 'name' | 'version' | 'date'>,
): PriceTable | null {
  const models = new Map<string, Map<string, PricedModel>>();
  for (const [name, entry] of Object.entries(data)) {
    const parsed = v.safeParse(model, entry);
    if (!parsed.success || name === 'sample_spec') continue;
    const seller = sellerOf(parsed.output.litellm_provider);
    const perToken = pricesOf(parsed.output);
    if (Object.keys(perToken).length === 0) continue;
    const own = models.get(seller) ?? new Map<string, PricedModel>();
    models.set(seller, own);
    // `gemini/gemini-2.5-pro`: in a log, the provider is a separate field.
    for (const id of new Set([name, name.slice(name.indexOf('/') + 1)])) {
      if (id !== '' && !own.has(id)) own.set(id, { id, match: { equals: id }, prices: [{ perToken }] });
    }
  }
  if (models.size === 0) return null;
  return { ...about, providers: [...models].map(([id, own]) => providerOf(id, [...own.values()])) };
}

function providerOf(id: string, models: PricedModel[]): PriceProvider {
  // LiteLLM writes the names of these makers' own models without a slash.
  const isMaker = ['openai', 'anthropic', 'google', 'mistral', 'deepseek', 'xai', 'cohere'].includes(id);
  return {
    id,
    ...(isMaker && { modelMatch: { or: models.map((each) => ({ equals: each.id })) } }),
    models,
  };
}

function sellerOf(provider: string): string {
  const name = provider.trim().toLowerCase();
  return ownNames[name] ?? (name.startsWith('vertex_ai') ? 'vertex' : name);
}

function pricesOf(entry: Record<string, unknown>): Partial<Record<PriceKind, TokenPrice>> {
  const perToken: Partial<Record<PriceKind, TokenPrice>> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    const base = dollarsIn(entry[name]);
    if (base === null) continue;
    const tiers = tiersOf(entry, name);
    perToken[kind] = tiers.length === 0 ? base : [[0, base], ...tiers];
  }
  return perToken;
}

/** `input_cost_per_token_above_200k_tokens`. */
function tiersOf(entry: Record<string, unknown>, name: string): [number, number][] {
  return Object.keys(entry)
    .flatMap((key): [number, number][] => {
      if (!key.startsWith(`${name}_above_`)) return [];
      const thousands = /^(\d{1,5})k_tokens$/.exec(key.slice(`${name}_above_`.length))?.[1];
      const price = dollarsIn(entry[key]);
      return thousands === undefined || price === null ? [] : [[Number(thousands) * 1000, price]];
    })
    .sort(([a], [b]) => a - b);
}

/** In pico-dollars per token. */
function dollarsIn(value: unknown): number | null {
  const parsed = v.safeParse(dollars, value);
  return parsed.success ? Math.round(parsed.output * 1e12) : null;
}
