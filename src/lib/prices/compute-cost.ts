import type { BillableEvent } from '../model/event-cost';
import type { PriceKind } from '../model/price-choice';
import { isLongContext } from '../model/service-tier';
import type { DatedPrices, TokenPrice } from './price-table';

/**
 * The cost of an event in whole nano-dollars, rounded half up once; null if any of its token kinds has no price. A long
 * prompt raises the price of the whole request, not only of the tokens beyond the limit.
 * @param share of the list price that is charged, in percent
 * @param source of the event; null if it is a single request in any case
 */
export function computeCost(
  perToken: DatedPrices['perToken'],
  event: BillableEvent,
  share: number,
  source: string | null = null,
): number | null {
  const { input, cacheRead, cacheWrite5m, cacheWrite1h, output } = perToken;
  const promptTokens = sizeOfRequest(event, source);
  // A kind without a price costs the same as the kind it is part of, as in genai-prices.
  const write5m = cacheWrite5m ?? input;
  const parts = [
    event.inputTokens,
    chargedPrice(event.inputTokens, input, promptTokens),
    event.cacheReadTokens,
    chargedPrice(event.cacheReadTokens, cacheRead ?? input, promptTokens),
    event.cacheWrite5mTokens,
    chargedPrice(event.cacheWrite5mTokens, write5m, promptTokens),
    event.cacheWrite1hTokens,
    chargedPrice(event.cacheWrite1hTokens, cacheWrite1h ?? write5m, promptTokens),
    event.outputTokens,
    chargedPrice(event.outputTokens, output, promptTokens),
  ];
  // One flat list, because this runs for each event of an import.
  let hundredths = 50_000;
  for (let at = 0; at < parts.length; at += 2) hundredths += (parts[at] ?? 0) * (parts[at + 1] ?? 0) * share;
  if (Number.isNaN(hundredths)) return null;
  // BigInt is ten times slower, and only calls that cost millions of dollars need it.
  if (hundredths > Number.MAX_SAFE_INTEGER) return exactly(parts, share);
  return (hundredths - (hundredths % 100_000)) / 100_000;
}

/** NaN if there are tokens but no price. */
function chargedPrice(tokens: number, price: TokenPrice | undefined, promptTokens: number): number {
  if (tokens === 0) return 0;
  return price === undefined ? Number.NaN : priceOf(price, promptTokens);
}

/** @param parts tokens and prices alternately */
function exactly(parts: readonly number[], share: number): number {
  let hundredths = 50_000n;
  for (let at = 0; at < parts.length; at += 2)
    hundredths += BigInt(parts[at] ?? 0) * BigInt(parts[at + 1] ?? 0) * BigInt(share);
  return Number(hundredths / 100_000n);
}

/** Provider exports whose rows are sums of requests, also those of an hour or a minute. */
const sourcesOfSums: readonly (string | null)[] = ['anthropic-usage', 'openai-activity', 'openai-usage'];

/**
 * 0 for sums of several requests, whose lengths are unknown: they are priced as short ones, unless the export says that
 * they were long.
 */
function sizeOfRequest(event: BillableEvent, source: string | null): number {
  if (isLongContext(event.serviceTier ?? null)) return Number.POSITIVE_INFINITY;
  if (event.granularity === 'day' || event.countQuality === 'session-total') return 0;
  if (sourcesOfSums.includes(source)) return 0;
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
