/** One mark of a heat map. Columns and rows count from 0. */
export interface HeatCell {
  column: number;
  row: number;
  /** Of what it stands for, in full. */
  name: string;
  tokens: number;
  /** After today: without usage because it has not been yet. */
  isComing?: boolean;
  /** Where what it is made of can be seen. Asked when it is wanted: a year has 365 of them. */
  link: () => string;
}

/** How many shades a value can have besides nothing. */
export const heatLevels = 4;

/** From 0 (nothing) to 4 (close to the largest). By the square root: one huge day must not make all others look alike. */
export function heatLevel(tokens: number, largest: number): number {
  if (tokens <= 0 || largest <= 0) return 0;
  return Math.min(heatLevels, Math.max(1, Math.ceil(heatLevels * Math.sqrt(tokens / largest))));
}
