/** What was given last of a stream, to look things up in that stand across slices. */
export class RecentBytes {
  private slices: Uint8Array[] = [];
  private length = 0;
  private received = 0;
  /** `bytes()` since the last slice: an archive of many tiny entries asks for it at each of them. */
  private joined: Uint8Array<ArrayBuffer> | null = null;

  /** @param least as many bytes are kept at least */
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

  /** The same array until the next slice: not to be changed. */
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

  /** The little-endian number of 32 bits that ends so many bytes after the stream's beginning; null where it is gone. */
  uint32Before(offset: number): number | null {
    const at = offset - 4 - (this.received - this.length);
    return at < 0 || at + 4 > this.length ? null : new DataView(this.bytes().buffer).getUint32(at, true);
  }

  /** Since the stream's beginning. */
  get total(): number {
    return this.received;
  }
}
