const dayMs = 24 * 60 * 60 * 1000;

/** How many backups of each kind are kept: the last ones of today, one per day, one per month. */
const kept = { today: 3, days: 7, months: 12 };

/** The last backups made before a restore are kept for undo, whatever their age. */
const keptBeforeRestores = 2;

interface Generation {
  /** UTC milliseconds. */
  madeAt: number;
  reason: 'automatic' | 'restore' | 'merge';
  bytes: number;
}

/**
 * The backups to delete: all but the last three of today, the last one of each of the seven previous days that have
 * one, and the last one of each of twelve months. If these together are larger than `maxBytes`, the oldest are
 * deleted as well, but never the newest.
 * @param dayOf returns the civil day 'YYYY-MM-DD' of a time
 */
export function outdatedGenerations<G extends Generation>(
  generations: readonly G[],
  { now, maxBytes, dayOf }: { now: number; maxBytes: number; dayOf: (time: number) => string },
): G[] {
  const newestFirst = generations.toSorted((a, b) => b.madeAt - a.madeAt);
  const restores = newestFirst.filter(({ reason }) => reason !== 'automatic').slice(0, keptBeforeRestores);
  const automatic = newestFirst.filter(({ reason }) => reason === 'automatic');
  const today = dayOf(now);
  const keep = new Set<G>([
    ...restores,
    ...automatic.filter(({ madeAt }) => dayOf(madeAt) === today).slice(0, kept.today),
    ...lastOfEach(
      automatic.filter(({ madeAt }) => dayOf(madeAt) !== today),
      ({ madeAt }) => dayOf(madeAt),
    ).slice(0, kept.days),
    ...lastOfEach(
      automatic.filter(({ madeAt }) => madeAt > now - 366 * dayMs),
      ({ madeAt }) => dayOf(madeAt).slice(0, 7),
    ).slice(0, kept.months),
    // If the clock was set back, the only backup must still be kept.
    ...automatic.slice(0, 1),
  ]);
  let bytes = 0;
  const tooMuch = newestFirst.filter((generation, index) => {
    if (!keep.has(generation)) return false;
    bytes += generation.bytes;
    return index > 0 && bytes > maxBytes;
  });
  return newestFirst.filter((generation) => !keep.has(generation) || tooMuch.includes(generation));
}

function lastOfEach<G>(newestFirst: readonly G[], keyOf: (generation: G) => string): G[] {
  const seen = new Set<string>();
  return newestFirst.filter((generation) => {
    const key = keyOf(generation);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
