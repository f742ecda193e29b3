import { detectSource } from '../sources/registry';
import type { Source } from '../sources/source';
import { fileChunks, readAt, UnreadableFile } from './file-chunks';

const windowBytes = 64 * 1024;

/**
 * Which source a file belongs to, by its content: first its head, then, as the first line may be broken or huge, what
 * follows that line. Else a plain sentence. Throws `UnreadableFile`.
 */
export async function detectFile(file: Blob, path: string): Promise<Source | { reason: string }> {
  const head = await windowAt(file, 0);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
    return { reason: 'The file is in UTF-16; save it as UTF-8.' };
  }
  const source = detectSource(decode(head), path);
  if (source !== null) return source;

  const secondLine = await findSecondLine(file);
  const later = secondLine === null ? null : detectSource(decode(await windowAt(file, secondLine)), path);
  return later ?? { reason: 'Not a usage log that Tokentab knows.' };
}

async function findSecondLine(file: Blob): Promise<number | null> {
  let offset = 0;
  for await (const chunk of fileChunks(file)) {
    const end = chunk.indexOf(0x0a);
    if (end !== -1) return offset + end + 1;
    offset += chunk.length;
  }
  return null;
}

async function windowAt(file: Blob, offset: number): Promise<Uint8Array> {
  const bytes = await readAt(file, offset, windowBytes);
  if (bytes instanceof UnreadableFile) throw bytes;
  return bytes;
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
