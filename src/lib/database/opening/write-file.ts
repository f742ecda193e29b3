import { openSync } from './sync-access';

/**
 * Writes bytes into a file of OPFS, piece by piece, in a worker: unlike `createWritable` every engine has it.
 * @returns how many bytes it holds then
 * @throws what the browser says, a `QuotaExceededError` for example; the file then holds a part
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
      // A full disk is told by some engines only in what was written.
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
