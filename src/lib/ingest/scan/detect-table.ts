import type { Problem } from '../../model/problem';
import type { TableMapping } from '../../model/table-mapping';
import { mappedTable } from '../../sources/mapped-table';
import { mappingFor, tableColumns } from '../../sources/mapped-table/detect';
import { decodeHead, FileHead } from '../../sources/reading/head';
import type { Source } from '../../sources/source';
import { sayingOf } from '../../sources/without-counts';

/** A file that no source knows, with its columns if it looks like a table that the user could map. */
export interface UnknownFile {
  reason: Problem;
  columns?: readonly string[];
  /** A tool's own file that is known to contain no counts; it gets its own entry in the report. */
  isKnown?: true;
}

const windowBytes = 1024 * 1024;
const headBytes = 64 * 1024;

/** Tries the user's own mappings, once no source has recognized the file by its first bytes. */
export function detectTable(
  start: Uint8Array,
  path: string,
  mappings: readonly TableMapping[],
): Source | UnknownFile {
  const saying = sayingOf(FileHead.of(start.subarray(0, headBytes), path));
  if (saying !== null) return { reason: saying, isKnown: true };
  const head = decodeHead(start.subarray(0, windowBytes));
  const mapping = mappingFor(head, path, mappings);
  if (mapping !== null) return mappedTable(mapping);
  const reason = 'unrecognized';
  const columns = tableColumns(head, path);
  return columns === null ? { reason } : { reason, columns };
}
