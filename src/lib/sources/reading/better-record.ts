import { totalTokensOf } from '../../model/tokens';
import type { SourceUsageEvent } from '../../model/usage-event';

/**
 * Whether `next` counts instead of `known`, of two records of the same call: the order that `SourceUsageEvent`
 * describes and that the database keeps over all files. Equal in all is not better.
 */
export function isBetterRecord(next: SourceUsageEvent, known: SourceUsageEvent): boolean {
  const byPrecedence = (next.precedence ?? 0) - (known.precedence ?? 0);
  if (byPrecedence !== 0) return byPrecedence > 0;
  const byTotal = totalTokensOf(next) - totalTokensOf(known);
  if (byTotal !== 0) return byTotal > 0;
  if (next.occurredAt !== known.occurredAt) return next.occurredAt > known.occurredAt;
  if (next.position !== known.position) return next.position > known.position;
  return (next.sessionId ?? '') < (known.sessionId ?? '');
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
