import { Decompress } from 'fzstd';
import { TokentabError } from '../../model/errors';
import { brokenContent, pulled } from './push-decoder';
import { peekBytes } from '../../sources/reading/peek';
import { inSlices } from './slices';

/** Four bytes of a slice can unpack to 128 KiB before anything is counted, so slices must be small. */
const sliceLength = 2 * 1024;
/**
 * The window of the `zstd` program at its highest level. The header states the window, and memory for it is allocated
 * at once.
 */
const widestWindow = 128 * 1024 ** 2;
const longestHeader = 18;

/**
 * Unpacks a Zstandard file (RFC 8878), in which Codex CLI keeps rollouts older than a week. Throws `BadInput` if the
 * file is broken, truncated, or needs more memory than any log would. Doesn't verify its checksum.
 */
export async function* unpackZstd(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { start, all } = await peekBytes(inSlices(chunks, sliceLength), longestHeader);
  if (windowOf(start) > widestWindow) throw new TokentabError('BadInput', 'archive-needs-memory');
  yield* pulled(all, (take) => new Decompress(take));
}

/** The window size in the frame's header; throws `BadInput` if the header is truncated. */
function windowOf(header: Uint8Array): number {
  const [, , , , flags = 0, descriptor = 0] = header;
  if (header.length < 6) throw brokenContent();
  if ((flags & 0x20) === 0) {
    const base = 2 ** (10 + (descriptor >> 3));
    return base + (base / 8) * (descriptor & 7);
  }
  // A single segment: the window is the content, and its length follows the dictionary id.
  const from = 5 + ([0, 1, 2, 4][flags & 3] ?? 0);
  const length = [1, 2, 4, 8][flags >> 6] ?? 1;
  let size = length === 2 ? 256 : 0;
  for (let at = 0; at < length; at += 1) size += (header[from + at] ?? 0) * 256 ** at;
  return size;
}
