/**
 * A rolling hash of a sequence of integers. Its state is 128 bits, and each step is a bijection of the state, so no
 * entropy is lost. The probability of a collision among n states is about n² / 2^129: 10^-27 for a million. It isn't
 * cryptographic: users could craft a collision, but only within the files that they import themselves.
 */
export class ChainHash {
  private a = 0x6a09e667;
  private b = 0x3c6ef372;
  private c = 0x510e527f;
  private d = 0x1f83d9ab;

  /** `value` is an integer from 0 to 2^53 - 1. */
  add(value: number): void {
    this.mix(value >>> 0);
    this.mix(Math.floor(value / 0x1_0000_0000));
  }

  addText(text: string): void {
    this.add(text.length);
    for (let index = 0; index < text.length; index += 1) this.mix(text.charCodeAt(index));
  }

  addBytes(bytes: Uint8Array): void {
    this.add(bytes.length);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const words = bytes.length >>> 2;
    for (let word = 0; word < words; word += 1) this.mix(view.getUint32(word * 4));
    for (let index = words * 4; index < bytes.length; index += 1) this.mix(bytes[index] ?? 0);
  }

  /** The state as 32 hexadecimal digits. */
  get digest(): string {
    return hexOf(this.a) + hexOf(this.b) + hexOf(this.c) + hexOf(this.d);
  }

  /** The same state as 16 bytes. */
  get bytes(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(16);
    setLane(bytes, 0, this.a);
    setLane(bytes, 4, this.b);
    setLane(bytes, 8, this.c);
    setLane(bytes, 12, this.d);
    return bytes;
  }

  /** Each line is a bijection of one lane: an odd factor, an invertible shift, an addition. */
  private mix(word: number): void {
    this.a = scramble(this.a ^ word, 0x9e3779b1);
    this.b = scramble((this.b + this.a) | 0, 0x85ebca6b);
    this.c = scramble(this.c ^ rotate(this.b, 11), 0xc2b2ae35);
    this.d = scramble((this.d + rotate(this.c, 19)) | 0, 0x27d4eb2f);
    this.a = (this.a + rotate(this.d, 7)) | 0;
  }
}

function hexOf(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}

function setLane(bytes: Uint8Array, at: number, lane: number): void {
  bytes[at] = lane >>> 24;
  bytes[at + 1] = lane >>> 16;
  bytes[at + 2] = lane >>> 8;
  bytes[at + 3] = lane;
}

function scramble(lane: number, factor: number): number {
  const product = Math.imul(lane, factor);
  return product ^ (product >>> 15);
}

function rotate(lane: number, bits: number): number {
  return (lane << bits) | (lane >>> (32 - bits));
}
