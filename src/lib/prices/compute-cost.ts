import type { BillableEvent } from '../model/event-cost';
import type { PriceKind } from '../model/price-choice';
import type { DatedPrices, TokenPrice } from './price-table';

/**
 * The cost of an event in whole nano-dollars, rounded half up once; null if any of its token kinds has no price. A long
 * prompt raises the price of the whole request, not only of the tokens beyond the limit.
 * @param share of the list price that is charged, in percent
 */
export function computeCost(
  perToken: DatedPrices['perToken'],
  event: BillableEvent,
  share: number,
): number | null {
  const { input, cacheRead, cacheWrite5m, cacheWrite1h, output } = perToken;
  // A kind without a price costs the same as the kind it is part of, as in genai-prices.
  const parts: [number, TokenPrice | undefined][] = [
    [event.inputTokens, input],
    [event.cacheReadTokens, cacheRead ?? input],
    [event.cacheWrite5mTokens, cacheWrite5m ?? input],
    [event.cacheWrite1hTokens, cacheWrite1h ?? cacheWrite5m ?? input],
    [event.outputTokens, output],
  ];
  const promptTokens = sizeOfRequest(event);
  const charged = parts.filter(([tokens]) => tokens > 0);
  if (charged.some(([, price]) => price === undefined)) return null;
  const priced = charged.map(([tokens, price]) => [tokens, priceOf(price ?? 0, promptTokens)] as const);
  const hundredths = priced.reduce((sum, [tokens, price]) => sum + tokens * price * share, 0) + 50_000;
  // BigInt is ten times slower, and only calls that cost millions of dollars need it.
  if (hundredths > Number.MAX_SAFE_INTEGER) return exactly(priced, share);
  return (hundredths - (hundredths % 100_000)) / 100_000;
}

function exactly(priced: readonly (readonly [number, number])[], share: number): number {
  const hundredths = priced.reduce(
    (sum, [tokens, price]) => sum + BigInt(tokens) * BigInt(price) * BigInt(share),
    0n,
  );
  return Number((hundredths + 50_000n) / 100_000n);
}

/** 0 for sums of several requests, whose lengths are unknown: they are priced as short ones. */
function sizeOfRequest(event: BillableEvent): number {
  if (event.granularity === 'day' || event.countQuality === 'session-total') return 0;
  return event.inputTokens + event.cacheReadTokens + event.cacheWrite5mTokens + event.cacheWrite1hTokens;
}

function priceOf(price: TokenPrice, promptTokens: number): number {
  if (typeof price === 'number') return price;
  return price.reduce((found, [above, each]) => (promptTokens > above || above === 0 ? each : found), 0);
}

/** The prices that apply at a time (UTC milliseconds): the last matching ones, or else the first. */
export function pricesAt(
  prices: readonly DatedPrices[],
  time: number,
): Partial<Record<PriceKind, TokenPrice>> {
  const [only] = prices;
  if (prices.length === 1 && only?.between === undefined) return only?.perToken ?? {};
  const [date = '', clock = ''] = new Date(time).toISOString().split('T');
  const found = prices.findLast(
    ({ from, between }) => (from ?? '') <= date && (!between || isBetween(clock, between)),
  );
  return (found ?? prices[0])?.perToken ?? {};
}

/** 'HH:MM:SS…' sorts as text. A span may cross midnight. */
function isBetween(clock: string, [start, end]: readonly [string, string]): boolean {
  return end < start ? clock >= start || clock < end : clock >= start && clock < end;
}
