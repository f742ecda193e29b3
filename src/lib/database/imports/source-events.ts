import { maxTokensPerCounter, counterNames } from '../../model/tokens';
import { maxCostNanoUsd } from '../../model/event-cost';
import { keyLength } from '../../model/event-key';
import {
  numberNames,
  type EventColumns,
  type EventKind,
  type EventNumber,
  type SharedByEvents,
} from '../../model/packed-events';
import { earliestTime } from '../../model/time-limits';
import { countQualities, type CallRecord } from '../../model/usage-event';
import { isStorableText } from '../arguments';
import { badInput } from '../sql/check-argument';

/** The end of 2099. Sources report times in the future as problems; this only rejects nonsense. */
const latestStoredTime = 4_102_444_799_999;

/** An event of a batch, under its key. */
export interface KeyedEvent {
  key: Uint8Array<ArrayBuffer>;
  /** The family of the key; null if its source has none. */
  family: string | null;
  event: CallRecord;
  /** The same object for all events of a kind. */
  kind: EventKind;
  /** See `SharedByEvents`. */
  dedupeKey?: string;
}

/**
 * Reads events from their columns and validates them by hand, because a general validator would take longer than SQLite
 * takes to store them. Sources report unusable records as problems, so anything invalid here is a bug: the whole batch
 * is rejected, and nothing is stored. `shared` is valid already.
 * @throws `BadInput` with the number of the event and the field
 */
export function readEvents(columns: EventColumns, shared: SharedByEvents): KeyedEvent[] {
  const { count, numbers, references, keys } = columns;
  const events: KeyedEvent[] = [];
  for (let place = 0; place < count; place += 1) {
    const first = place * numberNames.length;
    const number = (index: number): number => numbers[first + index] ?? Number.NaN;
    const kind = shared.kinds[references[place * 3] ?? -1];
    const session = shared.sessionsOfEvents[references[place * 3 + 1] ?? -1];
    const path = shared.paths[references[place * 3 + 2] ?? -1];
    const wrong = kind && session && path !== undefined ? wrongNumber(number) : 'form';
    if (!kind || !session || path === undefined || wrong !== null)
      throw badInput({ code: 'event-not-storable', event: place + 1, field: wrong ?? 'form' });
    const cost = number(3);
    const dedupeKey = shared.dedupeKeys?.[place];
    events.push({
      key: keys.subarray(place * keyLength, (place + 1) * keyLength),
      family: session.family,
      kind,
      // Field by field, as in the readers: spreading objects takes longer than storing them.
      event: {
        sessionId: session.sessionId,
        occurredAt: number(0),
        granularity: kind.granularity,
        path,
        provider: kind.provider,
        model: kind.model,
        eventType: kind.eventType,
        llmMode: kind.llmMode,
        position: number(1),
        isOutputFinal: kind.isOutputFinal,
        precedence: number(2),
        recordedCostNanoUsd: cost === -1 ? null : cost,
        serviceTier: kind.serviceTier,
        countQuality: kind.countQuality,
        inputTokens: number(4),
        cacheReadTokens: number(5),
        cacheWrite5mTokens: number(6),
        cacheWrite1hTokens: number(7),
        outputTokens: number(8),
        reasoningTokens: number(9),
      },
      ...(dedupeKey !== undefined && { dedupeKey }),
    });
  }
  return events;
}

export function isEventKind(value: unknown): value is EventKind {
  if (typeof value !== 'object' || value === null) return false;
  const kind = value as Partial<EventKind>;
  return (
    (kind.provider === null || isStorableText(kind.provider)) &&
    (kind.model === null || isStorableText(kind.model)) &&
    isStorableText(kind.eventType) &&
    (kind.llmMode === 'local' || kind.llmMode === 'cloud') &&
    (kind.granularity === 'moment' || kind.granularity === 'day') &&
    typeof kind.isOutputFinal === 'boolean' &&
    (kind.serviceTier === null || isStorableText(kind.serviceTier)) &&
    kind.countQuality !== undefined &&
    countQualities.includes(kind.countQuality)
  );
}

/** The name of the first invalid number. `number` returns them in the order of `numberNames`. */
function wrongNumber(number: (index: number) => number): EventNumber | null {
  for (let index = 0; index < counterNames.length; index += 1) {
    if (!isWhole(number(index + 4), 0, maxTokensPerCounter)) return counterNames[index] ?? null;
  }
  if (number(9) > number(8)) return 'reasoningTokens';
  if (!isWhole(number(0), earliestTime, latestStoredTime)) return 'occurredAt';
  if (!isWhole(number(1), 0, Number.MAX_SAFE_INTEGER)) return 'position';
  if (!Number.isSafeInteger(number(2))) return 'precedence';
  return isWhole(number(3), -1, maxCostNanoUsd) ? null : 'recordedCostNanoUsd';
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
