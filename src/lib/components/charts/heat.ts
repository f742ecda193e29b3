/** One mark of a heat map. Columns and rows are counted from 0. */
export interface HeatCell {
  column: number;
  row: number;
  /** The full name of its day or hour. */
  name: string;
  tokens: number;
  /** In the future, so it can't have usage yet. */
  isComing?: boolean;
  /**
   * Returns the address of the usage behind the mark. A function, because a year has 365 marks and few are opened.
   */
  link: () => string;
}

/** The number of shades, not counting zero. */
export const heatLevels = 4;

/**
 * The shade of a value, from 0 (none) to 4 (close to the largest). It grows with the square root, so that one huge
 * day doesn't make all the others look alike.
 */
export function heatLevel(tokens: number, largest: number): number {
  if (tokens <= 0 || largest <= 0) return 0;
  return Math.min(heatLevels, Math.max(1, Math.ceil(heatLevels * Math.sqrt(tokens / largest))));
}
