import { Decompress } from 'fzstd';
import { TokentabError } from '../../model/errors';
import { brokenContent, pulled } from './push-decoder';
import { peekBytes } from '../../sources/reading/peek';
import { inSlices } from './slices';

/** A slice can unpack to 128 KiB for each four of its bytes before anyone counts. */
const sliceLength = 2 * 1024;
/** What the `zstd` program needs at its strongest. The header says it, and memory is made for it at once. */
const widestWindow = 128 * 1024 ** 2;
const longestHeader = 18;

/**
 * The content of a Zstandard file (RFC 8878), in which Codex CLI keeps rollouts that are older than a week. Throws `BadInput`
 * where it is broken, cut off, or needs more memory than any log would. Its checksum is not looked at.
 */
export async function* unpackZstd(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { start, all } = await peekBytes(inSlices(chunks, sliceLength), longestHeader);
  if (windowOf(start) > widestWindow)
    throw new TokentabError('BadInput', 'The compressed file needs more memory than a log would.');
  yield* pulled(all, (take) => new Decompress(take));
}

/** As the frame's header says; throws `BadInput` where that is cut off. */
function windowOf(header: Uint8Array): number {
  const [, , , , flags = 0, descriptor = 0] = header;
  if (header.length < 6) throw brokenContent();
  if ((flags & 0x20) === 0) {
    const base = 2 ** (10 + (descriptor >> 3));
    return base + (base / 8) * (descriptor & 7);
  }
  // One segment: the window is the content, whose length follows the dictionary's id.
  const from = 5 + ([0, 1, 2, 4][flags & 3] ?? 0);
  const length = [1, 2, 4, 8][flags >> 6] ?? 1;
  let size = length === 2 ? 256 : 0;
  for (let at = 0; at < length; at += 1) size += (header[from + at] ?? 0) * 256 ** at;
  return size;
}
