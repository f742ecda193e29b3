import { openSync } from './sync-access';

/**
 * Writes bytes to an OPFS file in pieces, in a worker: unlike `createWritable`, every engine supports it.
 * @returns the number of bytes in the file
 * @throws the browser's error, such as a `QuotaExceededError`; the file is then incomplete
 */
export async function writeFile(
  file: FileSystemFileHandle,
  bytes: ReadableStream<Uint8Array>,
): Promise<number> {
  const handle = await openSync(file);
  try {
    handle.truncate(0);
    let length = 0;
    const reader = bytes.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      // Some engines report a full disk only by the number of bytes written.
      if (handle.write(value, { at: length }) !== value.byteLength)
        throw new DOMException('short write', 'QuotaExceededError');
      length += value.byteLength;
    }
    handle.flush();
    return length;
  } finally {
    handle.close();
  }
}
