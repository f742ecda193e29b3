import type { Connection } from '../context';
import { all, run } from '../sql/statements';

/** The distance between new ranks, which leaves space for many pins in between. */
const gap = 1_048_576;

interface Pin {
  id: string;
  pinRank: number | null;
}

/**
 * Assigns ranks in the order of the pins, changing as few as possible, so that pins moved on different devices all keep
 * their positions in a merge. Call inside a transaction, after any change.
 */
export function rankPins(connection: Connection): void {
  const pins = all<Pin>(
    connection,
    'SELECT id, pin_rank FROM projects WHERE is_pinned = 1 ORDER BY pin_order',
  );
  for (const [id, rank] of newRanks(pins))
    run(connection, 'UPDATE projects SET pin_rank = ?2 WHERE id = ?1', [id, rank]);
}

/** New ranks for the pins that need one. */
export function newRanks(pins: readonly Pin[]): Map<string, number> {
  const kept = longestRising(pins);
  const changed = new Map<string, number>();
  let last: number | undefined;
  for (const [index, { id, pinRank }] of pins.entries()) {
    if (kept.has(index) && pinRank !== null) {
      last = pinRank;
      continue;
    }
    const next = pins.find((pin, other) => other > index && kept.has(other) && pin.pinRank !== null)?.pinRank;
    const rank = between(last, next ?? undefined);
    // No space is left between ranks, so assign all of them again.
    if (rank === undefined) return new Map(pins.map((pin, place) => [pin.id, (place + 1) * gap]));
    changed.set(id, rank);
    last = rank;
  }
  return changed;
}

function between(before: number | undefined, after: number | undefined): number | undefined {
  if (before === undefined) return after === undefined ? gap : after - gap;
  if (after === undefined) return before + gap;
  const middle = Math.floor((before + after) / 2);
  return middle > before ? middle : undefined;
}

/** The indexes of a longest increasing subsequence of ranks. */
function longestRising(pins: readonly Pin[]): Set<number> {
  const best: { length: number; previous: number }[] = [];
  let end = -1;
  for (const [index, { pinRank }] of pins.entries()) {
    let [length, previous] = [pinRank === null ? 0 : 1, -1];
    for (let before = 0; before < index && pinRank !== null; before += 1) {
      const rank = pins[before]?.pinRank ?? null;
      const longer = (best[before]?.length ?? 0) + 1;
      if (rank !== null && rank < pinRank && longer > length) [length, previous] = [longer, before];
    }
    best.push({ length, previous });
    if (length > (best[end]?.length ?? 0)) end = index;
  }
  const places = new Set<number>();
  for (let place = end; place >= 0; place = best[place]?.previous ?? -1) places.add(place);
  return places;
}
