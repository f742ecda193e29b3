import type { SourceSink } from '../source';
import { callOf } from './call';
import type { FieldProblem } from './json-fields';
import { readTime } from './time';

/** Reports a call; one that used no tokens at all is left out. */
export function reportCall(sink: SourceSink, known: Parameters<typeof callOf>[0]): void {
  const event = callOf(known);
  if (event !== null) sink.event(event);
}

/** No single record costs more, in dollars. */
const largestCost = 1_000_000;

/** A cost in dollars as nano-dollars; null where the tool wrote none, or no amount. */
export function nanoUsdOf(dollars: unknown): number | null {
  if (typeof dollars !== 'number' || !(dollars >= 0 && dollars <= largestCost)) return null;
  return Math.round(dollars * 1_000_000_000);
}

/** A time that a tool writes as UTC milliseconds, or as ISO text. */
export function readToolTime(value: unknown, now: number): { time: number } | FieldProblem {
  const isTime = typeof value === 'number' && Math.abs(value) <= 8.64e15;
  return readTime(isTime ? new Date(value).toISOString() : value, now);
}
