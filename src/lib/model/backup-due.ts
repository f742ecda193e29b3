const minuteMs = 60 * 1000;
const dayMs = 24 * 60 * minuteMs;

/** A connected folder can import every few seconds: so many backups would say nothing more. */
const betweenImportsMs = 30 * minuteMs;

/**
 * When the next automatic backup is due, in UTC milliseconds: at once where there is none, a while after the last one where
 * something was imported, else after a day.
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
  // A backup of the future is the work of a clock that was wrong.
  if (lastAt === undefined || lastAt > now) return now;
  return Math.max(now, lastAt + (hasImported ? betweenImportsMs : dayMs));
}
