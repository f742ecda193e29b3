import { mappingOfSource } from '../../model/mapped-source';
import { startsAsJson } from '../../sources/reading/peek';
import type { Source } from '../../sources/source';
import { readPart } from './file-chunks';
import type { ScanRequest } from './scan-messages';

/** A row that hasn't grown for this long is complete: exports may end without a line end. */
export const rowRestMs = 10_000;

/**
 * Whether the last row of a mapped CSV may still be being written: half a number is also a number, and the complete
 * row would count again. Truncated JSON doesn't parse, so it needs no such check. Throws `UnreadableFile`.
 */
export async function endsInHalfRow(
  source: Source,
  { file, now, remember }: ScanRequest,
  first: Uint8Array,
): Promise<boolean> {
  if (remember?.isLive !== true || mappingOfSource(source.id) === null) return false;
  if (now - file.lastModified > rowRestMs || startsAsJson(new TextDecoder().decode(first.subarray(0, 1024))))
    return false;
  const [last] = await readPart(file, file.size - 1, 1);
  // In UTF-16, a NUL may follow the line end.
  return last !== 0x0a && last !== 0;
}
