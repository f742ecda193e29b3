/** Reads a stream of bytes by length instead of by chunk. */
export class ByteReader {
  private readonly iterator: AsyncIterator<Uint8Array>;
  private chunk: Uint8Array = new Uint8Array(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.iterator = chunks[Symbol.asyncIterator]();
  }

  /** 1 to `most` bytes; null at the end. */
  async some(most: number): Promise<Uint8Array | null> {
    while (this.chunk.length === 0) {
      const next = await this.iterator.next();
      if (next.done === true) return null;
      this.chunk = next.value;
    }
    const piece = this.chunk.subarray(0, most);
    this.chunk = this.chunk.subarray(piece.length);
    return piece;
  }

  /** Exactly `length` bytes; fewer at the end. */
  async take(length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let at = 0;
    while (at < length) {
      const piece = await this.some(length - at);
      if (piece === null) break;
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes.subarray(0, at);
  }

  async skip(length: number): Promise<void> {
    for (let left = length; left > 0;) {
      const piece = await this.some(left);
      if (piece === null) return;
      left -= piece.length;
    }
  }

  /** Stops reading. */
  async end(): Promise<void> {
    await this.iterator.return?.();
  }
}
