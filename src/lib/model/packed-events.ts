import { eventKey, familyOfKey, keyLength } from './event-key';
import { hasFamilies } from './families';
import { counterNames } from './tokens';
import type { SourceUsageEvent } from './usage-event';

/** What many events have in common. */
export type EventKind = Required<
  Pick<
    SourceUsageEvent,
    | 'provider'
    | 'model'
    | 'eventType'
    | 'llmMode'
    | 'granularity'
    | 'isOutputFinal'
    | 'countQuality'
    | 'serviceTier'
  >
>;

interface EventSession {
  sessionId: string | null;
  /** The family of the key; null if its source has none. */
  family: string | null;
}

/** Values that the columns refer to by their index in these lists. */
export interface SharedByEvents {
  kinds: EventKind[];
  sessionsOfEvents: EventSession[];
  paths: (string | null)[];
  /**
   * Dedupe keys by the event's index. Only for sources without families whose keys contain one anyway, such as those
   * related to Codex CLI: their families are replaced in the text.
   */
  dedupeKeys?: Record<number, string> | undefined;
}

/** The numeric fields of each event. -1 means no recorded cost. */
export const numberNames = [
  'occurredAt',
  'position',
  'precedence',
  'recordedCostNanoUsd',
  ...counterNames,
] as const;
export type EventNumber = (typeof numberNames)[number];
const referenceNames = ['kinds', 'sessionsOfEvents', 'paths'] as const;

/** Views of the columns, in the order of the events. */
export interface EventColumns {
  count: number;
  numbers: Float64Array;
  /** Indexes into the lists of `SharedByEvents`. */
  references: Uint32Array;
  /** `eventKey` of each. */
  keys: Uint8Array<ArrayBuffer>;
}

const bytesPerEvent = numberNames.length * 8 + referenceNames.length * 4 + keyLength;

/** Events as columns of numbers in one buffer, and the texts that they share. */
export function packEvents(
  events: readonly SourceUsageEvent[],
  source: string,
): { bytes: Uint8Array<ArrayBuffer>; shared: SharedByEvents } {
  const bytes = new Uint8Array(events.length * bytesPerEvent);
  const { numbers, references, keys } = columnsIn(bytes, events.length);
  const shared = new SharedTexts();
  for (const [place, event] of events.entries()) {
    setNumbers(numbers, place * numberNames.length, event);
    const at = place * referenceNames.length;
    references[at] = shared.kind(event);
    references[at + 1] = shared.session(event.sessionId, familyOfKey(event.dedupeKey, source));
    references[at + 2] = shared.path(event.path);
    keys.set(eventKey(event.dedupeKey, source), place * keyLength);
    if (!hasFamilies(source) && hasFamilies(event.dedupeKey.slice(0, event.dedupeKey.indexOf(':'))))
      (shared.lists.dedupeKeys ??= {})[place] = event.dedupeKey;
  }
  return { bytes, shared: shared.lists };
}

/** Null if the bytes aren't the columns of `count` events. Their offset must be a multiple of 8. */
export function unpackEvents(bytes: Uint8Array<ArrayBuffer>, count: number): EventColumns | null {
  return bytes.length === count * bytesPerEvent ? columnsIn(bytes, count) : null;
}

function columnsIn({ buffer, byteOffset }: Uint8Array<ArrayBuffer>, count: number): EventColumns {
  const references = byteOffset + count * numberNames.length * 8;
  const keys = references + count * referenceNames.length * 4;
  return {
    count,
    numbers: new Float64Array(buffer, byteOffset, count * numberNames.length),
    references: new Uint32Array(buffer, references, count * referenceNames.length),
    keys: new Uint8Array(buffer, keys, count * keyLength),
  };
}

/** Written out in the order of `numberNames`, because looking up fields by name takes several times as long. */
function setNumbers(numbers: Float64Array, first: number, event: SourceUsageEvent): void {
  numbers[first] = event.occurredAt;
  numbers[first + 1] = event.position;
  numbers[first + 2] = event.precedence ?? 0;
  numbers[first + 3] = event.recordedCostNanoUsd ?? -1;
  numbers[first + 4] = event.inputTokens;
  numbers[first + 5] = event.cacheReadTokens;
  numbers[first + 6] = event.cacheWrite5mTokens;
  numbers[first + 7] = event.cacheWrite1hTokens;
  numbers[first + 8] = event.outputTokens;
  numbers[first + 9] = event.reasoningTokens;
}

/** Collects the texts of events. Compares each with the previous one first, because neighbours mostly share them. */
class SharedTexts {
  readonly lists: SharedByEvents = { kinds: [], sessionsOfEvents: [], paths: [] };
  readonly #places = new Map<string, number>();
  #kind = -1;
  #session = -1;
  #path = -1;

  kind(event: SourceUsageEvent): number {
    const last = this.lists.kinds[this.#kind];
    if (last !== undefined && isOfKind(event, last)) return this.#kind;
    // A batch has few kinds, but sessions alternate between them.
    const known = this.lists.kinds.slice(0, 8).findIndex((kind) => isOfKind(event, kind));
    this.#kind = known === -1 ? this.#place('kinds', kindOf(event)) : known;
    return this.#kind;
  }

  session(sessionId: string | null, family: string | null): number {
    const last = this.lists.sessionsOfEvents[this.#session];
    if (last?.sessionId !== sessionId || last.family !== family)
      this.#session = this.#place('sessionsOfEvents', { sessionId, family });
    return this.#session;
  }

  path(path: string | null): number {
    if (this.lists.paths[this.#path] !== path) this.#path = this.#place('paths', path);
    return this.#path;
  }

  #place<Name extends (typeof referenceNames)[number]>(
    name: Name,
    value: SharedByEvents[Name][number],
  ): number {
    const list = this.lists[name] as (typeof value)[];
    const text = `${name} ${JSON.stringify(value)}`;
    let place = this.#places.get(text);
    if (place === undefined) this.#places.set(text, (place = list.push(value) - 1));
    return place;
  }
}

function kindOf(event: SourceUsageEvent): EventKind {
  return {
    provider: event.provider,
    model: event.model,
    eventType: event.eventType,
    llmMode: event.llmMode,
    granularity: event.granularity,
    isOutputFinal: event.isOutputFinal,
    countQuality: event.countQuality ?? 'call',
    serviceTier: event.serviceTier ?? null,
  };
}

function isOfKind(event: SourceUsageEvent, kind: EventKind): boolean {
  return (
    event.model === kind.model &&
    event.provider === kind.provider &&
    event.eventType === kind.eventType &&
    event.llmMode === kind.llmMode &&
    event.granularity === kind.granularity &&
    event.isOutputFinal === kind.isOutputFinal &&
    (event.countQuality ?? 'call') === kind.countQuality &&
    (event.serviceTier ?? null) === kind.serviceTier
  );
}
