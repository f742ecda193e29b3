import { totalTokensOf } from '../../model/tokens';
import type { SourceUsageEvent } from '../../model/usage-event';

/**
 * Whether `next` counts instead of `known`, of two records of the same call. `SourceUsageEvent` describes the order;
 * the database applies the same one across files (`database/events/better-record.ts`). An equal record isn't better.
 */
export function isBetterRecord(next: SourceUsageEvent, known: SourceUsageEvent): boolean {
  const byPrecedence = (next.precedence ?? 0) - (known.precedence ?? 0);
  if (byPrecedence !== 0) return byPrecedence > 0;
  const byTotal = totalTokensOf(next) - totalTokensOf(known);
  if (byTotal !== 0) return byTotal > 0;
  if (next.occurredAt !== known.occurredAt) return next.occurredAt > known.occurredAt;
  if (next.position !== known.position) return next.position > known.position;
  if (next.sessionId !== known.sessionId) return isBefore(next.sessionId ?? '', known.sessionId ?? '');
  return isBefore(known.serviceTier ?? '', next.serviceTier ?? '');
}

/**
 * Compares by code points, as SQLite does. `<` compares UTF-16 units, which sorts characters beyond U+FFFF before
 * U+FF5E.
 */
function isBefore(one: string, other: string): boolean {
  let index = 0;
  while (index < one.length && one[index] === other[index]) index += 1;
  return (one.codePointAt(index) ?? -1) < (other.codePointAt(index) ?? -1);
}

/** The best record of every call, in the order in which the calls were first seen. */
export class BestRecords {
  private readonly byKey = new Map<string, SourceUsageEvent>();

  add(event: SourceUsageEvent): void {
    const known = this.byKey.get(event.dedupeKey);
    if (known === undefined || isBetterRecord(event, known)) this.byKey.set(event.dedupeKey, event);
  }

  [Symbol.iterator](): Iterator<SourceUsageEvent> {
    return this.byKey.values();
  }
}
