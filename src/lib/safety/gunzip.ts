import { TokentabError } from '../model/errors';

export const mostBytes = 1024 * 1024 * 1024;

/**
 * Limits the size, because a small file can unpack to any size.
 * @throws `Corrupt` if the file is damaged or incomplete, `BadInput` if it is too large
 */
export async function gunzip(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      // The file itself can also fail to be read; only that is a `DOMException`.
      if (error instanceof DOMException) throw error;
      throw new TokentabError('Corrupt', 'compressed-file-damaged', error);
    });
    if (done) break;
    length += value.byteLength;
    if (length > mostBytes) {
      await reader.cancel();
      throw new TokentabError('BadInput', 'file-over-1-gib');
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
