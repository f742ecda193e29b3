const dayMs = 24 * 60 * 60 * 1000;

/** In milliseconds: warn if the last backup is older than this and there is usage. */
const backupAfterMs = 2 * dayMs;
/** In milliseconds: warn if no copy has left the browser for longer than this. */
const copyAfterMs = 30 * dayMs;

export interface SafetyFacts {
  now: number;
  events: number;
  /** The last check found damage. */
  isDamaged: boolean;
  /** UTC milliseconds; undefined means never. */
  lastBackupAt: number | undefined;
  /** When a copy last left the browser: as a download, or as a file in the chosen folder. */
  lastCopyAt: number | undefined;
  /** Undefined if the browser doesn't say. */
  isPersisted: boolean | undefined;
}

/** How safe the data is, and the one thing that the user should do. */
export type SafetyLevel =
  | { level: 'red'; advice: 'damaged' }
  | { level: 'amber'; advice: 'back-up' | 'protect' | 'copy' }
  | { level: 'green'; advice: 'nothing' };

export function safetyLevel(facts: SafetyFacts): SafetyLevel {
  if (facts.isDamaged) return { level: 'red', advice: 'damaged' };
  if (facts.events === 0) return { level: 'green', advice: 'nothing' };
  const isOld = (at: number | undefined, after: number) => at === undefined || facts.now - at > after;
  if (isOld(facts.lastBackupAt, backupAfterMs)) return { level: 'amber', advice: 'back-up' };
  const hasCopy = !isOld(facts.lastCopyAt, copyAfterMs);
  if (facts.isPersisted === false && !hasCopy) return { level: 'amber', advice: 'protect' };
  return hasCopy ? { level: 'green', advice: 'nothing' } : { level: 'amber', advice: 'copy' };
}
