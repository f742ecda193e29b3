import { mappingOfSource } from '../../model/mapped-source';
import { startsAsJson } from '../../sources/reading/peek';
import type { Source } from '../../sources/source';
import { readPart } from './file-chunks';
import type { ScanRequest } from './scan-messages';

/** A row that is not finished by then is as long as it will be: exports may end without a line end. */
export const rowRestMs = 10_000;

/**
 * Whether the last row of a described CSV may still be written: half of a number is a number as well, and the row would
 * count again once it is whole. JSON that is cut off says so itself. Throws `UnreadableFile`.
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
  // The line end of UTF-16 may have a NUL behind it.
  return last !== 0x0a && last !== 0;
}
