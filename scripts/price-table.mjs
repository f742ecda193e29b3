import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitForUpdate } from '@pydantic/genai-prices';
import { root } from './run.mjs';

/** When each version was published, as the registry says: the package itself does not. */
const published = /** @type {Record<string, string>} */ ({ '0.1.8': '2026-09-23' });

/** Their names of prices, and ours. Only text tokens: nothing else is counted. */
const kinds = {
  input_mtok: 'input',
  cache_read_mtok: 'cacheRead',
  cache_write_mtok: 'cacheWrite5m',
  cache_write_5m_mtok: 'cacheWrite5m',
  cache_write_1h_mtok: 'cacheWrite1h',
  output_mtok: 'output',
};

/**
 * Compiles what text tokens cost, by whom and from when, out of `@pydantic/genai-prices`.
 * @returns {Promise<string>} the JSON that `PriceTable` in src/lib/prices/price-table.ts describes
 */
export async function compilePriceTable() {
  const manifest = readFileSync(join(root, 'node_modules/@pydantic/genai-prices/package.json'), 'utf8');
  const { version } = /** @type {{ version: string }} */ (JSON.parse(manifest));
  const date = published[version];
  if (date === undefined)
    throw new Error(`Add the publishing date of genai-prices ${version} to this script.`);
  const providers = ((await waitForUpdate()) ?? [])
    .map((provider) => ({
      id: provider.id,
      providerMatch: provider.provider_match,
      modelMatch: provider.model_match,
      fallbacks: provider.fallback_model_providers,
      models: provider.models
        .map(({ id, match, prices }) => ({ id, match, prices: compilePrices(prices) }))
        .filter(({ prices }) => prices.some(({ perToken }) => Object.keys(perToken).length > 0)),
    }))
    .filter(({ models }) => models.length > 0);
  return `${JSON.stringify({ name: 'genai-prices', version, date, providers })}\n`;
}

/** @param {import('@pydantic/genai-prices').ModelInfo['prices']} prices */
function compilePrices(prices) {
  const dated = Array.isArray(prices)
    ? /** @type {import('@pydantic/genai-prices').ConditionalPrice[]} */ (prices)
    : [{ constraint: undefined, prices }];
  return dated.map(({ constraint, prices: each }) => ({
    from: constraint && 'start_date' in constraint ? constraint.start_date : undefined,
    between:
      constraint && 'start_time' in constraint ? [constraint.start_time, constraint.end_time] : undefined,
    perToken: Object.fromEntries(
      Object.entries(kinds).flatMap(([key, kind]) => {
        const price = each[key];
        return price === undefined ? [] : [[kind, compilePrice(price)]];
      }),
    ),
  }));
}

/**
 * A price in pico-dollars per token; with tiers, a list of [prompt tokens that a request must exceed, price].
 * @param {number | import('@pydantic/genai-prices').TieredPrices} price
 */
function compilePrice(price) {
  if (typeof price === 'number') return picoDollars(price);
  return [[0, picoDollars(price.base)], ...price.tiers.map((tier) => [tier.start, picoDollars(tier.price)])];
}

/** @param {number} dollarsPerMillion */
function picoDollars(dollarsPerMillion) {
  return Math.round(dollarsPerMillion * 1e6);
}
