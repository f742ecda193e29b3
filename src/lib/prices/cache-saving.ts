import type { CacheSaving } from '../model/cache-saving';
import type { TokenCounters } from '../model/tokens';
import type { EventPricer } from './price-event';

/** One model's cache reads and writes on one day or in one month. */
export interface CachedUsage extends Pick<
  TokenCounters,
  'cacheReadTokens' | 'cacheWrite5mTokens' | 'cacheWrite1hTokens'
> {
  /** A civil day or month. */
  time: string;
  provider: string | null;
  model: string | null;
}

/**
 * Estimates what caches saved. Sums don't contain the length or price class of each request, so all are priced as short
 * ones at the standard price.
 */
export function cacheSaving(pricer: EventPricer, usage: readonly CachedUsage[]): CacheSaving {
  let pico = 0n;
  let unpricedTokens = 0;
  for (const each of usage) {
    const { cacheReadTokens, cacheWrite5mTokens, cacheWrite1hTokens } = each;
    // Noon, so that a price that begins on this day applies in all time zones.
    const time = Date.parse(`${each.time.length === 7 ? `${each.time}-01` : each.time}T12:00:00Z`);
    const match = each.model === null ? null : pricer.matchOf(each.provider, each.model, time);
    if (match?.kind === 'free') continue;
    const { input, cacheRead, cacheWrite5m, cacheWrite1h } = match?.perToken ?? {};
    if (input === undefined) {
      unpricedTokens += cacheReadTokens + cacheWrite5mTokens + cacheWrite1hTokens;
      continue;
    }
    const parts: [number, number][] = [
      [cacheReadTokens, cacheRead ?? input],
      [cacheWrite5mTokens, cacheWrite5m ?? input],
      [cacheWrite1hTokens, cacheWrite1h ?? cacheWrite5m ?? input],
    ];
    for (const [tokens, price] of parts) pico += BigInt(tokens) * BigInt(input - price);
  }
  return { savedNanoUsd: Number(pico / 1_000n), unpricedTokens };
}
