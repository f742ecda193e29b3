const dayMs = 24 * 60 * 60 * 1000;

/** Of how many backups each kind is kept: the last ones of today, one a day, one a month. */
const kept = { today: 3, days: 7, months: 12 };

/** Of what was here before a restore, the last ones are kept for undoing, however old. */
const keptBeforeRestores = 2;

interface Generation {
  /** UTC milliseconds. */
  madeAt: number;
  reason: 'automatic' | 'restore';
  bytes: number;
}

/**
 * The backups to delete: all but the last three of today, the last of each of the seven days with one before, and the last of
 * each of twelve months. Where those are larger than `maxBytes` together the oldest go as well, but never the newest.
 * @param dayOf the civil day 'YYYY-MM-DD' of a time
 */
export function outdatedGenerations<G extends Generation>(
  generations: readonly G[],
  { now, maxBytes, dayOf }: { now: number; maxBytes: number; dayOf: (time: number) => string },
): G[] {
  const newestFirst = generations.toSorted((a, b) => b.madeAt - a.madeAt);
  const restores = newestFirst.filter(({ reason }) => reason === 'restore').slice(0, keptBeforeRestores);
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
    // A clock that was set back must not cost the only backup.
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
