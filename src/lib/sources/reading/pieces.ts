/** The bytes of a file in the pieces in which they were read. Joining them would need their memory twice. */
export class Pieces {
  readonly list: Uint8Array[] = [];
  length = 0;
  /** Where each piece begins. */
  readonly #starts: number[] = [];

  /** Copies the piece, since whoever read it may use its memory again. */
  add(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.list.push(piece.slice());
    this.#starts.push(this.length);
    this.length += piece.length;
  }

  /** Views of the bytes between two offsets; zeros after the end. */
  between(start: number, end: number): Uint8Array[] {
    const found: Uint8Array[] = [];
    let at = start;
    for (let index = this.#indexAt(start); at < Math.min(end, this.length); index += 1) {
      const from = this.#starts[index] ?? 0;
      const view = (this.list[index] ?? zeros).subarray(at - from, end - from);
      found.push(view);
      at += view.length;
    }
    for (; at < end; at += zeros.length) found.push(zeros.subarray(0, end - at));
    return found;
  }

  /** The last piece that begins at or before this offset. */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}

const zeros = new Uint8Array(65_536);

export function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
