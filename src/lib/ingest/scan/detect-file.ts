import { maxLineBytes } from '../../sources/reading/lines';
import type { TableMapping } from '../../model/table-mapping';
import { FileHead } from '../../sources/reading/head';
import { detectLargest, detectSource } from '../../sources/registry';
import type { Source } from '../../sources/source';
import { detectTable, type UnknownFile } from './detect-table';
import { fileChunks, readPart } from './file-chunks';

const windowBytes = 64 * 1024;
/** Enough for common logs: decoding the whole window of thousands of files takes longer than scanning them. */
const fewLinesBytes = 4 * 1024;

/**
 * Finds the source of a file by its content. Tries the start of the file, then, because the first line may be broken
 * or huge, what follows it, then the user's own mappings. Returns a plain sentence if none matches. Throws
 * `UnreadableFile`.
 */
export async function detectFile(
  file: Blob,
  first: Uint8Array,
  path: string,
  mappings: readonly TableMapping[] = [],
): Promise<Source | UnknownFile> {
  const source = knownByStart(first, path);
  if (source !== null) return source;
  const secondLine = await findSecondLine(file, first);
  const later = secondLine === null ? null : await readPart(file, secondLine, windowBytes);
  return (later && detectSource(FileHead.of(later, path))) ?? detectTable(first, path, mappings);
}

/** Like `detectFile`, for content that can't be read again: these bytes must be all of it. */
export function detectStart(
  start: Uint8Array,
  path: string,
  mappings: readonly TableMapping[] = [],
): Source | UnknownFile {
  return knownByStart(start, path) ?? detectTable(start, path, mappings);
}

function knownByStart(start: Uint8Array, path: string): Source | null {
  const fewLines = detectLargest(FileHead.of(start.subarray(0, fewLinesBytes), path));
  if (fewLines !== null) return fewLines;
  const head = FileHead.of(start.subarray(0, windowBytes), path);
  const source = detectSource(head);
  if (source !== null) return source;
  const secondLine = head.text.indexOf('\n') + 1;
  return secondLine > 0 ? detectSource(new FileHead(head.text.slice(secondLine), path)) : null;
}

/** Detects UTF-16 by its byte order mark. No tool writes it, but spreadsheets save tables in it. */
export function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Null if there is none, or if the first line exceeds the maximum length. */
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
