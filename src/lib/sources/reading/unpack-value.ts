import { Decompress } from 'fzstd';

/** No record is larger; one that claims to be would only fill the memory. */
const mostBytes = 64 * 1024 * 1024;
/** Four bytes of a slice can unpack to 128 KiB before anything is counted, so slices must be small. */
const sliceLength = 2 * 1024;

/** The text in a value of a database, packed with Zstandard or not; null if it can't be unpacked. */
export function unpackText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!(value instanceof Uint8Array)) return null;
  const isPacked = value[0] === 0x28 && value[1] === 0xb5 && value[2] === 0x2f && value[3] === 0xfd;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(isPacked ? unpack(value) : value);
  } catch {
    // Broken, or not text: the caller reports it as a problem.
    return null;
  }
}

function unpack(packed: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Decompress((piece) => {
    length += piece.length;
    if (length > mostBytes) throw new RangeError('too large');
    pieces.push(piece.slice());
  });
  if (windowOf(packed) > mostBytes) throw new RangeError('too large');
  for (let at = 0; at < packed.length; at += sliceLength)
    stream.push(packed.subarray(at, at + sliceLength), at + sliceLength >= packed.length);
  const all = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    all.set(piece, offset);
    offset += piece.length;
  }
  return all;
}

/** How much memory the frame allocates at once (RFC 8878): its window, or its content if it is a single segment. */
function windowOf(header: Uint8Array): number {
  const [, , , , flags = 0, descriptor = 0] = header;
  if ((flags & 0x20) === 0) {
    const base = 2 ** (10 + (descriptor >> 3));
    return base + (base / 8) * (descriptor & 7);
  }
  const from = 5 + ([0, 1, 2, 4][flags & 3] ?? 0);
  const length = [1, 2, 4, 8][flags >> 6] ?? 1;
  let size = length === 2 ? 256 : 0;
  for (let at = 0; at < length; at += 1) size += (header[from + at] ?? 0) * 256 ** at;
  return size;
}
