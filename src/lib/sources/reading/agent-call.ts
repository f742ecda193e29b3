import type { SourceSink } from '../source';
import { callOf } from './call';
import type { FieldProblem } from './json-fields';
import { readTime } from './time';

/** Reports a call, unless it used no tokens at all. */
export function reportCall(sink: SourceSink, known: Parameters<typeof callOf>[0]): void {
  const event = callOf(known);
  if (event !== null) sink.event(event);
}

/** In dollars: no single record costs more. */
const largestCost = 1_000_000;

/**
 * Converts a cost in dollars to nano-dollars; null if it is missing or invalid. Also null for 0: tools write it for a
 * model whose price they don't know and for a flat rate, so it doesn't say that the call was free.
 */
export function nanoUsdOf(dollars: unknown): number | null {
  const cost = billedNanoUsdOf(dollars);
  return cost === 0 ? null : cost;
}

/** Like `nanoUsdOf`, for the party that sends the bill: there, 0 really is 0. */
export function billedNanoUsdOf(dollars: unknown): number | null {
  if (typeof dollars !== 'number' || !(dollars >= 0 && dollars <= largestCost)) return null;
  return Math.round(dollars * 1_000_000_000);
}

/** Parses a tool's time, which is UTC milliseconds or an ISO string. */
export function readToolTime(value: unknown, now: number): { time: number } | FieldProblem {
  const isTime = typeof value === 'number' && Math.abs(value) <= 8.64e15;
  return readTime(isTime ? new Date(value).toISOString() : value, now);
}
