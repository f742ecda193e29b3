const chunkBytes = 4 * 1024 * 1024;

/** The browser could not give the file's bytes: it is gone, locked, or was changed since it was chosen. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

/** A file's bytes from `offset` on; the next chunk is fetched while the last one is being looked at. Throws `UnreadableFile`. */
export async function* fileChunks(
  file: Blob,
  offset = 0,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  let next = offset < file.size ? readAt(file, offset, chunkBytes) : null;
  let at = offset;
  while (next !== null) {
    const chunk = await next;
    if (chunk instanceof UnreadableFile) throw chunk;
    at += chunk.length;
    next = at < file.size && chunk.length > 0 ? readAt(file, at, chunkBytes) : null;
    yield chunk;
    onBytes(chunk.length);
  }
}

/** Gives the error back instead of rejecting: nobody may be waiting for a chunk that was fetched ahead. */
export async function readAt(
  file: Blob,
  offset: number,
  length: number,
): Promise<Uint8Array | UnreadableFile> {
  try {
    return new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
  } catch (error) {
    return new UnreadableFile('The file could not be read.', { cause: error });
  }
}
