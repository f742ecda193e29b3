import type { TableMapping } from '../../model/table-mapping';
import { mappedTable } from '../../sources/mapped-table';
import { mappingFor, tableColumns } from '../../sources/mapped-table/detect';
import { decodeHead } from '../../sources/reading/head';
import type { Source } from '../../sources/source';

/** A file that no source knows, with its columns if it looks like a table that the user could map. */
export interface UnknownFile {
  reason: string;
  columns?: readonly string[];
}

const windowBytes = 1024 * 1024;

/** Tries the user's own mappings, once no source has recognized the file by its first bytes. */
export function detectTable(
  start: Uint8Array,
  path: string,
  mappings: readonly TableMapping[],
): Source | UnknownFile {
  const head = decodeHead(start.subarray(0, windowBytes));
  const mapping = mappingFor(head, path, mappings);
  if (mapping !== null) return mappedTable(mapping);
  const reason = 'Not a usage log that Tokentab knows.';
  const columns = tableColumns(head, path);
  return columns === null ? { reason } : { reason, columns };
}
