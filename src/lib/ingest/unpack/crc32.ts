const polynomial = 0xedb88320;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 1 ? polynomial ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

/** The checksum that ZIP and gzip store after their content. */
export class Crc32 {
  private sum = 0xffffffff;

  add(bytes: Uint8Array): void {
    let { sum } = this;
    for (const byte of bytes) sum = (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
    this.sum = sum;
  }

  /** As it is stored: an unsigned 32-bit number. */
  get value(): number {
    return ~this.sum >>> 0;
  }
}
