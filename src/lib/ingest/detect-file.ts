import { maxLineBytes } from '../sources/lines';
import { detectSource } from '../sources/registry';
import type { Source } from '../sources/source';
import { fileChunks, readPart } from './file-chunks';

const windowBytes = 64 * 1024;

/**
 * Which source a file belongs to, by its content: first its head, then, as the first line may be broken or huge, what
 * follows that line. Else a plain sentence. Throws `UnreadableFile`.
 */
export async function detectFile(
  file: Blob,
  first: Uint8Array,
  path: string,
): Promise<Source | { reason: string }> {
  if ((first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0xfe && first[1] === 0xff)) {
    return { reason: 'The file is in UTF-16; save it as UTF-8.' };
  }
  const source = detectSource(decode(first), path);
  if (source !== null) return source;

  const secondLine = await findSecondLine(file, first);
  const later = secondLine === null ? null : await readPart(file, secondLine, windowBytes);
  return (later && detectSource(decode(later), path)) ?? { reason: 'Not a usage log that Tokentab knows.' };
}

/** Null where there is none, or only behind more bytes than a line may have. */
async function findSecondLine(file: Blob, first: Uint8Array): Promise<number | null> {
  let offset = 0;
  for await (const chunk of fileChunks(file, first)) {
    const end = chunk.indexOf(0x0a);
    if (end !== -1) return offset + end + 1;
    offset += chunk.length;
    if (offset > maxLineBytes) return null;
  }
  return null;
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, windowBytes));
