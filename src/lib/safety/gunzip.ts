import { TokentabError } from '../model/errors';

export const mostBytes = 1024 * 1024 * 1024;

/** Limits the size, because a small file can unpack to any size. */
export async function gunzip(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (;;) {
    const { done, value } = await reader.read();
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
