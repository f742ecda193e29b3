import { ChainHash } from '../../model/chain-hash';
import type { FileCursor } from '../../model/file-cursor';
import { maxLineBytes } from '../../sources/reading/lines';
import { fileChunks, readPart } from './file-chunks';

const sampleBytes = 1024;
const newline = 0x0a;
/** `{` and `[` */
const openings = [0x7b, 0x5b];
const closings = [0x7d, 0x5d];
const chunkBytes = 4 * 1024 * 1024;
const mostHeld = maxLineBytes / chunkBytes;

/** Whether the file still begins as it did when the cursor was written. Throws `UnreadableFile`. */
export async function hasSameHead(file: File, cursor: FileCursor): Promise<boolean> {
  if (file.size < cursor.size) return false;
  return (await hashOf(file, 0, Math.min(sampleBytes, cursor.size))) === cursor.headHash;
}

/** Whether reading can continue at the cursor: the file has grown, and what was read is unchanged. */
export async function canReadOn(file: File, cursor: FileCursor): Promise<boolean> {
  if (cursor.readLines === null || cursor.readBytes === 0 || file.size <= cursor.size) return false;
  return (await tailHash(file, cursor.readBytes)) === cursor.tailHash;
}

/**
 * The cursor of a file that was read up to `readBytes`. Throws `UnreadableFile`.
 * @param first the file's first bytes, if already read: for many small files, requesting them takes longer than
 * reading
 */
export async function cursorOf(
  file: File,
  read: Pick<FileCursor, 'path' | 'source' | 'readBytes' | 'readLines'>,
  first?: Uint8Array,
): Promise<FileCursor> {
  const head = Math.min(sampleBytes, file.size);
  const headHash = await hashOf(file, 0, head, first);
  return {
    ...read,
    size: file.size,
    modifiedAt: Math.trunc(file.lastModified),
    headHash,
    // For a small file, both cover the whole file.
    tailHash: read.readBytes === head ? headHash : await tailHash(file, read.readBytes, first),
  };
}

/** Drops a half-written last line: it will be complete next time. */
export async function* withoutHalfLine(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(newline) + 1;
    if (end === 0) {
      held.push(chunk);
      // The line exceeds the maximum length, so pass it on piece by piece; its reader drops it.
      if (held.length > mostHeld) yield* held.splice(0);
    } else {
      yield* held;
      yield chunk.subarray(0, end);
      held = end < chunk.length ? [chunk.subarray(end)] : [];
    }
  }
  if (isWholeEnd(held)) yield* held;
}

/**
 * Whether the last line is complete: it ends with a closing bracket and, if it starts with an opening one, parses as
 * JSON, since nested values end with the same brackets.
 */
function isWholeEnd(pieces: readonly Uint8Array[]): boolean {
  if (!closings.includes(pieces.at(-1)?.at(-1) ?? 0)) return false;
  if (!openings.includes(pieces[0]?.[0] ?? 0)) return true;
  const decoder = new TextDecoder();
  const text = pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Half a line is no problem yet.
    return false;
  }
}

/** Tracks where the last complete line of a growing file ends while its chunks pass through. */
export class WholeLines {
  readBytes: number;
  private seen: number;

  /** @param start the bytes that were read before the first chunk */
  constructor(start: number) {
    this.readBytes = this.seen = start;
  }

  /**
   * The file's chunks from `start` on; the first one may already have been read. Drops a half-written last line if
   * `isLive`.
   */
  of(
    file: File,
    onBytes: (bytes: number) => void,
    isLive: boolean,
    first?: Uint8Array,
  ): AsyncGenerator<Uint8Array> {
    const chunks = this.noted(file, onBytes, first);
    return isLive ? withoutHalfLine(chunks) : chunks;
  }

  private async *noted(
    file: File,
    onBytes: (bytes: number) => void,
    first?: Uint8Array,
  ): AsyncGenerator<Uint8Array> {
    const rest = this.readBytes === 0 ? file : file.slice(this.readBytes);
    for await (const chunk of fileChunks(rest, first ?? (await readPart(rest, 0, chunkBytes)), onBytes)) {
      const end = chunk.lastIndexOf(newline) + 1;
      if (end > 0) this.readBytes = this.seen + end;
      this.seen += chunk.length;
      yield chunk;
    }
  }
}

async function tailHash(file: File, end: number, first?: Uint8Array): Promise<string> {
  const start = Math.max(0, end - sampleBytes);
  return hashOf(file, start, end - start, first);
}

async function hashOf(file: File, offset: number, length: number, first?: Uint8Array): Promise<string> {
  const end = offset + length;
  const isRead = first !== undefined && end <= first.length;
  const hash = new ChainHash();
  hash.addBytes(isRead ? first.subarray(offset, end) : await readPart(file, offset, length));
  return hash.digest;
}
