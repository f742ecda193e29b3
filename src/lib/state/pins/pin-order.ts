/** The list with `id` moved so that `index` others stand before it; unchanged where it is not in the list. */
export function moveTo(ids: readonly string[], id: string, index: number): readonly string[] {
  const others = ids.filter((each) => each !== id);
  return others.length === ids.length ? ids : others.toSpliced(index, 0, id);
}

/** A list of rows of equal height, in pixels of the window. */
export interface RowList {
  top: number;
  height: number;
  count: number;
}

/** Which row stands at this height: the place that a row of the list takes when it is held there. */
export function rowAt(y: number, { top, height, count }: RowList): number {
  return clamp(Math.floor((y - top) / rowHeight(height, count)), Math.max(0, count - 1));
}

/** How many rows stand before the gap nearest to this height: the place of what comes from outside. */
export function gapAt(y: number, { top, height, count }: RowList): number {
  return clamp(Math.round((y - top) / rowHeight(height, count)), count);
}

const rowHeight = (height: number, count: number) => Math.max(1, height / Math.max(1, count));
const clamp = (index: number, last: number) => Math.min(last, Math.max(0, index));
