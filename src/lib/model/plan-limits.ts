/** One window of a plan, as the tool was told. */
export interface PlanLimit {
  /** May have decimals, and be more than 100. */
  usedPercent: number;
  /** The length of the window; null if it wasn't recorded. */
  windowMinutes: number | null;
  /** UTC milliseconds; null if it wasn't recorded. */
  resetsAt: number | null;
}

/** How much of a plan's windows was used when the tool last recorded it. */
export interface PlanLimits {
  /** UTC milliseconds. */
  recordedAt: number;
  /** The shortest first. */
  limits: PlanLimit[];
}

/** More than any tool records. Anything above is a broken record. */
export const mostUsedPercent = 10_000;
export const longestWindowMinutes = 366 * 24 * 60;
