/** Moves `id` to position `index`. Returns the list unchanged when it doesn't contain `id`. */
export function moveTo(ids: readonly string[], id: string, index: number): readonly string[] {
  const others = ids.filter((each) => each !== id);
  return others.length === ids.length ? ids : others.toSpliced(index, 0, id);
}

/** A list of rows of equal height, in window pixels. */
export interface RowList {
  top: number;
  height: number;
  count: number;
}

/** The index of the row at height `y`: where a row of the list lands when it is dropped there. */
export function rowAt(y: number, { top, height, count }: RowList): number {
  return clamp(Math.floor((y - top) / rowHeight(height, count)), Math.max(0, count - 1));
}

/** The number of rows above the gap nearest to height `y`: where an item from outside the list lands. */
export function gapAt(y: number, { top, height, count }: RowList): number {
  return clamp(Math.round((y - top) / rowHeight(height, count)), count);
}

const rowHeight = (height: number, count: number) => Math.max(1, height / Math.max(1, count));
const clamp = (index: number, last: number) => Math.min(last, Math.max(0, index));
