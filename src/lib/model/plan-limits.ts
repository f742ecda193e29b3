/** One window of a plan, as reported to the tool. */
export interface PlanLimit {
  /** May be fractional, and above 100. */
  usedPercent: number;
  /** The length of the window; null if it wasn't recorded. */
  windowMinutes: number | null;
  /** UTC milliseconds; null if it wasn't recorded. */
  resetsAt: number | null;
}

/** The used share of a plan's windows, as the tool last recorded it. */
export interface PlanLimits {
  /** UTC milliseconds. */
  recordedAt: number;
  /** Shortest first. */
  limits: PlanLimit[];
}

/** More than any tool records. Anything above is a broken record. */
export const mostUsedPercent = 10_000;
export const longestWindowMinutes = 366 * 24 * 60;
