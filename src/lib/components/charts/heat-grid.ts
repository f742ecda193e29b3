/** The layout of a heat map, in pixels. Labels are left of the rows and above the columns. */
export interface HeatGrid {
  /** The width and height of a mark. */
  size: number;
  top: number;
  x: (column: number) => number;
  y: (row: number) => number;
}

const gap = 3;
const left = 36;
const top = 18;

export function heatGrid(size: number): HeatGrid {
  return {
    size,
    top,
    x: (column) => left + column * (size + gap),
    y: (row) => top + row * (size + gap),
  };
}
