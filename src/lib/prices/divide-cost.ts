import { noCostByKind, type CostByKind } from '../model/cost-by-kind';
import { priceKinds, type OwnPrice, type PriceKind } from '../model/price-choice';
import type { TokenCounters } from '../model/tokens';
import type { CostSums } from '../model/usage-stats';
import type { EventPricer } from './price-event';

/** The usage of one model in one period: what its events have in common, and their sums. */
export interface CostedUsage extends Omit<TokenCounters, 'reasoningTokens'>, CostSums {
  /** A civil day or month. */
  time: string;
  provider: string | null;
  model: string | null;
  llmMode: string;
  eventCount: number;
}

/** Percent of the list price: the full price, or that of batches. */
const shares = [100, 50];

/**
 * Divides the cost of some usage by the list prices of its time. Only sums are stored, so this checks whether these
 * prices lead exactly to the stored cost; only then is the division right.
 * @returns null if they don't: the cost must be divided in smaller parts, or not at all
 */
export function divideCost(pricer: EventPricer, usage: CostedUsage): CostByKind | null {
  const { costNanoUsd, unpricedTokens, model, provider, time, eventCount } = usage;
  if (costNanoUsd === 0) return noCostByKind;
  if (unpricedTokens > 0 || model === null) return null;
  // Noon, so that a price that begins on this day applies in all time zones.
  const noon = Date.parse(`${time.length === 7 ? `${time}-01` : time}T12:00:00Z`);
  const parts = picoByKind(usage, pricer.matchOf(provider, model, noon)?.perToken ?? {});
  if (parts === null) return null;
  const pico = parts.reduce((sum, [, each]) => sum + each, 0n);
  // Each event was rounded to a whole nano-dollar, so the sum differs by at most half of one per event.
  const share = shares.find(
    (percent) =>
      Math.abs(Number(pico * BigInt(percent) - BigInt(costNanoUsd) * 100_000n)) <= eventCount * 50_000,
  );
  if (share === undefined) return null;
  const divided = { ...noCostByKind };
  for (const [kind, each] of parts) divided[kind] = Number((each * BigInt(share)) / 100_000n);
  const [largest = 'input'] = parts.map(([kind]) => kind).sort((a, b) => divided[b] - divided[a]);
  divided[largest] += costNanoUsd - parts.reduce((sum, [kind]) => sum + divided[kind], 0);
  return divided;
}

/** What each kind costs at these prices; null if one of them has none. */
function picoByKind(usage: CostedUsage, prices: OwnPrice['perToken']): [PriceKind, bigint][] | null {
  const { input, cacheRead = input, cacheWrite5m = input, cacheWrite1h = cacheWrite5m, output } = prices;
  const perToken = { input, cacheRead, cacheWrite5m, cacheWrite1h, output };
  const parts: [PriceKind, bigint][] = [];
  for (const kind of priceKinds) {
    const tokens = usage[`${kind}Tokens`];
    const price = perToken[kind];
    if (tokens === 0) continue;
    if (price === undefined) return null;
    parts.push([kind, BigInt(tokens) * BigInt(price)]);
  }
  return parts;
}
