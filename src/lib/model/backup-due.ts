const minuteMs = 60 * 1000;
const dayMs = 24 * 60 * minuteMs;

/** A connected folder can import every few seconds; a backup after each would add nothing. */
const betweenImportsMs = 30 * minuteMs;

/**
 * When the next automatic backup is due, in UTC milliseconds: now if there is none, half an hour after the last one
 * if something was imported, else a day after it.
 */
export function nextBackupAt({
  now,
  lastAt,
  hasImported,
}: {
  now: number;
  lastAt: number | undefined;
  hasImported: boolean;
}): number {
  // A backup from the future comes from a wrong clock.
  if (lastAt === undefined || lastAt > now) return now;
  return Math.max(now, lastAt + (hasImported ? betweenImportsMs : dayMs));
}
