import type { TableMapping, TableReading } from '../../model/table-mapping';
import { columnsOf } from '../reading/csv';
import { firstRow } from '../reading/csv-rows';
import { normalised } from '../reading/fields';
import { firstRecords } from '../reading/json-head';
import { startsAsJson } from '../reading/peek';
import { topLevelKeys } from '../reading/top-level-keys';
import { flattened, isCount, mappedColumns } from './cells';
import type { TablePreview } from './preview';

/** Records that lack a column may stand first: cache tokens, say, are often left out where there are none. */
const recordsLookedAt = 20;

/** Whether a file that begins like this can be read with the mapping: see `mappedTable`. */
export function isTableOf(head: string, mapping: TableReading): boolean {
  return fit(columnsIn(head), mapping) > 0;
}

/** Of the mappings that can read a file that begins like this, the one that knows most of its columns; the first of equals. */
export function mappingFor(head: string, mappings: readonly TableMapping[]): TableMapping | null {
  return mappings.length === 0 ? null : bestFor(columnsIn(head), mappings);
}

/** The same for a table of which a preview was made. */
export function mappingForPreview(
  { format, columns }: Pick<TablePreview, 'format' | 'columns'>,
  mappings: readonly TableMapping[],
): TableMapping | null {
  const isJson = format === 'json';
  return bestFor({ isJson, names: new Set(isJson ? columns : columns.map(normalised)) }, mappings);
}

/**
 * The columns of a file that begins like this, where it looks like a table in which rows could hold a count; else null.
 * One JSON object alone is a document, unless its name says that more are to come.
 */
export function tableColumns(head: string, path: string): readonly string[] | null {
  if (startsAsJson(head)) {
    const records = firstRecords(head, recordsLookedAt);
    if (records.length < 2 && !/\.(?:jsonl|ndjson)$/i.test(path)) return null;
    const cells = records.flatMap(({ record }) => [...flattened(record)]);
    const columns = [...new Set(cells.map(([column]) => column))];
    return columns.length > 1 && cells.some(([, cell]) => isCount(cell)) ? columns.slice(0, 1000) : null;
  }
  if (head.includes('\0')) return null;
  const [header = '', ...rows] = head.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const columns = firstRow(header).map((column) => column.trim());
  const isTable = columns.length > 1 && columns.some((column) => /\p{L}/u.test(column));
  return isTable && rows.slice(0, recordsLookedAt).some((row) => firstRow(row).some(isCount))
    ? columns
    : null;
}

interface Columns {
  isJson: boolean;
  /** Of JSON as they stand, with dots; of a CSV normalised. */
  names: ReadonlySet<string>;
  /** Only the outermost names of JSON, where the first record is longer than what is here. */
  isOuter?: boolean;
}

function columnsIn(head: string): Columns {
  if (!startsAsJson(head)) return { isJson: false, names: columnsOf(head) };
  const records = firstRecords(head, recordsLookedAt);
  if (records.length === 0) return { isJson: true, names: new Set(topLevelKeys(head).keys()), isOuter: true };
  return { isJson: true, names: new Set(records.flatMap(({ record }) => [...flattened(record).keys()])) };
}

/** How many mapped columns are there; 0 where the table is another one. */
function fit({ isJson, names, isOuter = false }: Columns, reading: TableReading): number {
  if (!isJson) {
    const expected = new Set(reading.columns.map(normalised));
    const isSame = expected.size === names.size && [...expected].every((column) => names.has(column));
    return isSame ? mappedColumns(reading).length : 0;
  }
  const has = (column: string | undefined): boolean => {
    const name = column?.trim() ?? '';
    return names.has(isOuter ? (name.split('.')[0] ?? '') : name);
  };
  const { occurredAt, inputTokens, outputTokens } = reading.fields;
  if (!has(occurredAt) || !(has(inputTokens) || has(outputTokens))) return 0;
  return mappedColumns(reading).filter(has).length;
}

function bestFor(columns: Columns, mappings: readonly TableMapping[]): TableMapping | null {
  let best: { mapping: TableMapping; fit: number } | null = null;
  for (const mapping of mappings) {
    const score = fit(columns, mapping);
    if (score > (best?.fit ?? 0)) best = { mapping, fit: score };
  }
  return best?.mapping ?? null;
}
