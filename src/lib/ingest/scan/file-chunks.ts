const chunkBytes = 4 * 1024 * 1024;

/** The browser could not read the file: it was deleted, is locked, or has changed since it was chosen. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

/** A file's first bytes; all of them if it is small. Throws `UnreadableFile`. */
export async function readFirstChunk(file: Blob): Promise<Uint8Array> {
  return orThrow(await readAt(file, 0, chunkBytes));
}

/**
 * The bytes of a file whose first chunk has already been read. The next chunk is fetched while the previous one is
 * being processed. Throws `UnreadableFile`.
 */
export async function* fileChunks(
  file: Blob,
  first: Uint8Array,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  let chunk = first;
  let offset = 0;
  while (chunk.length > 0) {
    offset += chunk.length;
    const next = offset < file.size ? readAt(file, offset, chunkBytes) : null;
    yield chunk;
    onBytes(chunk.length);
    if (next === null) return;
    chunk = orThrow(await next);
  }
}

/** Bytes from the middle of a file; fewer at its end. Throws `UnreadableFile`. */
export async function readPart(file: Blob, offset: number, length: number): Promise<Uint8Array> {
  return orThrow(await readAt(file, offset, length));
}

/** Returns the error instead of rejecting: nobody may be awaiting a chunk that was fetched ahead. */
async function readAt(file: Blob, offset: number, length: number): Promise<Uint8Array | UnreadableFile> {
  try {
    // A slice is a new object in the browser's own process; for a small file that costs more than reading it.
    const isWhole = offset === 0 && length >= file.size;
    const part = isWhole ? file : file.slice(offset, offset + length);
    return new Uint8Array(await part.arrayBuffer());
  } catch (error) {
    return new UnreadableFile('file-unreadable', { cause: error });
  }
}

function orThrow(bytes: Uint8Array | UnreadableFile): Uint8Array {
  if (bytes instanceof UnreadableFile) throw bytes;
  return bytes;
}
