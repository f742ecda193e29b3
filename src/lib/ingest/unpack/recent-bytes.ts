/** The last bytes of a stream, to look up things that span slices. */
export class RecentBytes {
  private slices: Uint8Array[] = [];
  private length = 0;
  private received = 0;
  /**
   * The result of `bytes()` since the last slice, because an archive of many tiny entries asks for it at each of
   * them.
   */
  private joined: Uint8Array<ArrayBuffer> | null = null;

  /** @param least the minimum number of bytes that are kept */
  constructor(private readonly least: number) {}

  add(slice: Uint8Array): void {
    this.joined = null;
    this.slices.push(slice);
    this.length += slice.length;
    this.received += slice.length;
    while (this.length - (this.slices[0]?.length ?? 0) >= this.least) {
      this.length -= this.slices.shift()?.length ?? 0;
    }
  }

  /** Returns the same array until the next slice, so it must not be modified. */
  bytes(): Uint8Array<ArrayBuffer> {
    this.joined ??= this.join();
    return this.joined;
  }

  private join(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.length);
    let at = 0;
    for (const slice of this.slices) {
      bytes.set(slice, at);
      at += slice.length;
    }
    return bytes;
  }

  /**
   * The little-endian 32-bit number that ends at this offset from the start of the stream; null if those bytes are
   * gone.
   */
  uint32Before(offset: number): number | null {
    const at = offset - 4 - (this.received - this.length);
    return at < 0 || at + 4 > this.length ? null : new DataView(this.bytes().buffer).getUint32(at, true);
  }

  /** Counted from the start of the stream. */
  get total(): number {
    return this.received;
  }
}
