import { TokentabError } from '../../model/errors';
import { ByteReader } from './byte-reader';
import type { ZipBounds } from './unpack-zip';

export interface TarEntry {
  name: string;
  chunks: AsyncIterable<Uint8Array>;
}

const blockBytes = 512;
/** Longer than any path. */
const longestName = 64 * 1024;
const decoder = new TextDecoder();

/** Whether a file begins like a tar archive in the POSIX or GNU format, which all current programs write. */
export function isTar(start: Uint8Array): boolean {
  return decoder.decode(start.subarray(257, 262)) === 'ustar';
}

/**
 * Yields the files of a tar archive in their order, in one pass. An entry's chunks must be read or abandoned before
 * the next entry is requested. Throws `BadInput` if the archive is broken or truncated.
 */
export async function* unpackTar(
  chunks: AsyncIterable<Uint8Array>,
  bounds: Pick<ZipBounds, 'takeEntry'>,
): AsyncGenerator<TarEntry> {
  const reader = new ByteReader(chunks);
  let longName: string | null = null;
  try {
    for (;;) {
      const header = await reader.take(blockBytes);
      // Two empty blocks mark the end; some programs omit them.
      if (header.length === 0 || header.every((byte) => byte === 0)) return;
      if (header.length < blockBytes || !isTar(header)) throw broken();
      const size = numberIn(header.subarray(124, 136));
      const padding = (blockBytes - (size % blockBytes)) % blockBytes;
      const kind = String.fromCharCode(header[156] ?? 0);
      if ('LxgK'.includes(kind)) {
        if (size > longestName) throw broken();
        const content = decoder.decode(await reader.take(size));
        if (kind === 'L') longName = content.replace(/\0.*$/s, '');
        if (kind === 'x') longName = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(content)?.[1] ?? longName;
        await reader.skip(padding);
        continue;
      }
      const name = longName ?? nameIn(header);
      longName = null;
      bounds.takeEntry();
      const isFile = kind === '0' || kind === '\0' || kind === '7';
      const content = new EntryContent(reader, size);
      if (isFile) yield { name, chunks: content.read() };
      await reader.skip(content.left + padding);
    }
  } finally {
    await reader.end();
  }
}

class EntryContent {
  constructor(
    private readonly reader: ByteReader,
    public left: number,
  ) {}

  async *read(): AsyncGenerator<Uint8Array> {
    while (this.left > 0) {
      const piece = await this.reader.some(this.left);
      if (piece === null) throw broken();
      this.left -= piece.length;
      yield piece;
    }
  }
}

function nameIn(header: Uint8Array): string {
  const [name, prefix] = [textIn(header.subarray(0, 100)), textIn(header.subarray(345, 500))];
  // The old GNU format stores times where the newer one stores the start of the path.
  return prefix === '' || header[263] !== 0x30 ? name : `${prefix}/${name}`;
}

function textIn(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end === -1 ? bytes : bytes.subarray(0, end));
}

/** Octal digits or, above 8 GiB, a binary number. */
function numberIn(bytes: Uint8Array): number {
  const [first = 0] = bytes;
  const size =
    (first & 0x80) === 0
      ? Number.parseInt(textIn(bytes).trim() || '0', 8)
      : bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
  if (!Number.isSafeInteger(size) || size < 0) throw broken();
  return size;
}

function broken(): TokentabError {
  return new TokentabError('BadInput', 'archive-broken');
}
