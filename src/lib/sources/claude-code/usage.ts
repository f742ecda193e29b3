import type { TokenCounters } from '../../model/tokens';
import { priceClass } from '../../model/service-tier';
import {
  asObject,
  asText,
  isProblem,
  readCounters,
  type FieldProblem,
  type JsonObject,
} from '../reading/json-fields';

const counts = [
  'input_tokens',
  'output_tokens',
  'cache_read_input_tokens',
  'cache_creation_input_tokens',
] as const;
const cacheCounts = ['ephemeral_5m_input_tokens', 'ephemeral_1h_input_tokens'] as const;

/**
 * The price class of a response; null for the standard one. Fast mode costs more than any class, so it takes precedence.
 */
export function anthropicPriceClass(usage: JsonObject): string | null {
  return priceClass(asText(usage.speed)) ?? priceClass(asText(usage.service_tier));
}

/**
 * Converts the Anthropic API's `usage` object into the additive counters. Its input excludes cache tokens; its output
 * includes reasoning.
 */
export function readAnthropicUsage(usage: JsonObject): TokenCounters | FieldProblem {
  const own = readCounters(usage, counts);
  if (isProblem(own)) return own;
  const cache = readCounters(asObject(usage.cache_creation) ?? {}, cacheCounts);
  if (isProblem(cache)) return cache;

  const cacheWrites = splitCacheWrites(
    usage.cache_creation_input_tokens == null ? null : own.cache_creation_input_tokens,
    cache.ephemeral_5m_input_tokens,
    cache.ephemeral_1h_input_tokens,
  );
  return {
    inputTokens: own.input_tokens,
    cacheReadTokens: own.cache_read_input_tokens,
    cacheWrite5mTokens: cacheWrites.cacheWrite5mTokens,
    cacheWrite1hTokens: cacheWrites.cacheWrite1hTokens,
    outputTokens: own.output_tokens,
    reasoningTokens: 0,
  };
}

/**
 * The total is trusted. What the two parts don't explain counts as 5-minute writes (some gateways send 0 and 0 with a
 * real total). Parts that exceed the total are ignored. Without a total, the parts count as they are.
 */
function splitCacheWrites(
  total: number | null,
  fiveMinutes: number,
  oneHour: number,
): Pick<TokenCounters, 'cacheWrite5mTokens' | 'cacheWrite1hTokens'> {
  if (total === null) return { cacheWrite5mTokens: fiveMinutes, cacheWrite1hTokens: oneHour };
  if (fiveMinutes + oneHour > total) return { cacheWrite5mTokens: total, cacheWrite1hTokens: 0 };
  return { cacheWrite5mTokens: total - oneHour, cacheWrite1hTokens: oneHour };
}
