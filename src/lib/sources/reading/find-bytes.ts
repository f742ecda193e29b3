/** Returns where `bytes[start, end)` first contains the text, or -1. */
export type FindBytes = (bytes: Uint8Array, start: number, end: number) => number;

/**
 * Prepares a search for a short ASCII text with Horspool's algorithm, which skips ahead by up to the length of the
 * text. Browsers have no native search for several bytes, and decoding every line to search it as a string takes
 * longer than everything else.
 */
export function finderOf(text: string): FindBytes {
  const pattern = new TextEncoder().encode(text);
  const last = pattern.length - 1;
  const skip = new Uint8Array(256).fill(pattern.length);
  for (let index = 0; index < last; index += 1) skip[pattern[index] ?? 0] = last - index;
  const lastByte = pattern[last];

  return (bytes, start, end) => {
    let at = start + last;
    while (at < end) {
      const byte = bytes[at] ?? 0;
      if (byte === lastByte && matches(bytes, at - last, pattern, last)) return at - last;
      at += skip[byte] ?? 1;
    }
    return -1;
  };
}

function matches(bytes: Uint8Array, at: number, pattern: Uint8Array, length: number): boolean {
  for (let index = 0; index < length; index += 1) {
    if (bytes[at + index] !== pattern[index]) return false;
  }
  return true;
}
