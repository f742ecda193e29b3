import { mappedFields, type RowPlace, type TableMapping, type TableReading } from '../../model/table-mapping';
import { firstRow } from '../reading/csv-rows';
import { normalised } from '../reading/fields';
import { columnsOf } from '../reading/head';
import { startsAsJson } from '../reading/peek';
import { topLevelKeys } from '../reading/top-level-keys';
import { isCount, mappedColumns } from './cells';
import { columnsOfRows, JsonTable } from './json-table';
import type { TablePreview } from './preview';
import { suggestFields } from './suggest-fields';

/** The first records may lack a column: cache tokens, for example, are often omitted when there are none. */
const recordsLookedAt = 20;

/** Whether a file that begins like this can be read with the mapping; see `mappedTable`. */
export function isTableOf(head: string, path: string, mapping: TableMapping): boolean {
  return isOfFile(mapping, path) && fit(columnsIn(head), mapping) > 0;
}

/**
 * Of the mappings that can read a file that begins like this: the one limited to such file names, else the one that
 * knows most of the columns. Among equals, the first.
 */
export function mappingFor(
  head: string,
  path: string,
  mappings: readonly TableMapping[],
): TableMapping | null {
  return mappings.length === 0 ? null : bestFor(columnsIn(head), path, mappings);
}

/** Like `mappingFor`, for a table that has a preview. */
export function mappingForPreview(
  { format, columns, rowsAt }: Pick<TablePreview, 'format' | 'columns' | 'rowsAt'>,
  path: string,
  mappings: readonly TableMapping[],
): TableMapping | null {
  if (format === 'csv')
    return bestFor({ isJson: false, names: new Set(columns.map(normalised)) }, path, mappings);
  const there: ColumnNames = { names: new Set(columns), isOuter: false };
  const nothing: ColumnNames = { names: new Set(), isOuter: false };
  const at = (place: RowPlace): ColumnNames => (keyOf(place) === keyOf(rowsAt) ? there : nothing);
  return bestFor({ isJson: true, at }, path, mappings);
}

/**
 * The columns of a file that begins like this, if it looks like a table whose rows could contain a count; else null.
 * A single JSON object is a document, unless its name suggests more records or a list in it looks like usage.
 */
export function tableColumns(head: string, path: string): readonly string[] | null {
  if (startsAsJson(head)) {
    return jsonColumns(new JsonTable(head, recordsLookedAt), path);
  }
  if (head.includes('\0')) return null;
  const [header = '', ...rows] = head.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const columns = firstRow(header).map((column) => column.trim());
  const isTable = columns.length > 1 && columns.some((column) => /\p{L}/u.test(column));
  return isTable && rows.slice(0, recordsLookedAt).some((row) => firstRow(row).some(isCount))
    ? columns
    : null;
}

function jsonColumns(table: JsonTable, path: string): readonly string[] | null {
  const isList = table.recordCount > 1 || /\.(?:jsonl|ndjson)$/i.test(path);
  for (const place of table.places) {
    const isOwn = place.length === 0;
    const rows = table.rowsAt(place);
    if (isOwn ? !isList : rows.length < 2) continue;
    const columns = columnsOfRows(rows);
    const isTable =
      columns.length > 1 && rows.some(({ row }) => row.columns.some((column) => isCount(row.cell(column))));
    // Documents contain many lists that have nothing to do with usage.
    if (isTable && (isOwn || looksLikeUsage(columns, rows))) return columns.slice(0, 1000);
  }
  return null;
}

function looksLikeUsage(columns: readonly string[], rows: ReturnType<JsonTable['rowsAt']>): boolean {
  const cells = rows.map(({ row, line }) => ({ line, cells: columns.map((column) => row.cell(column)) }));
  const { occurredAt, inputTokens, outputTokens } = suggestFields({ columns, rows: cells });
  return occurredAt !== undefined && (inputTokens ?? outputTokens) !== undefined;
}

/** The columns of a CSV are normalized. Those of JSON are exact, with dotted names, for a place. */
type Columns =
  { isJson: false; names: ReadonlySet<string> } | { isJson: true; at: (place: RowPlace) => ColumnNames };

interface ColumnNames {
  names: ReadonlySet<string>;
  /** Only the outermost names are known, because the first record is longer than this window. */
  isOuter: boolean;
}

function columnsIn(head: string): Columns {
  if (!startsAsJson(head)) return { isJson: false, names: columnsOf(head) };
  const table = new JsonTable(head, recordsLookedAt);
  return {
    isJson: true,
    at: (place) =>
      table.isCut && place.length === 0
        ? { names: new Set(topLevelKeys(head).keys()), isOuter: true }
        : { names: new Set(columnsOfRows(table.rowsAt(place))), isOuter: false },
  };
}

/** The number of mapped columns that exist; 0 if it is another table. */
function fit(columns: Columns, reading: TableReading): number {
  if (!columns.isJson) {
    const { names } = columns;
    const expected = new Set(reading.columns.map(normalised));
    const isSame = expected.size === names.size && [...expected].every((column) => names.has(column));
    return isSame ? mappedColumns(reading).length : 0;
  }
  const { names, isOuter } = columns.at(reading.rowsAt ?? []);
  const has = (column: string | undefined): boolean => {
    const name = column?.trim() ?? '';
    return names.has(isOuter ? (name.split('.')[0] ?? '') : name);
  };
  const { occurredAt, inputTokens, outputTokens } = reading.fields;
  if (!has(occurredAt) || !(has(inputTokens) || has(outputTokens))) return 0;
  return mappedColumns(reading).filter(has).length;
}

function bestFor(columns: Columns, path: string, mappings: readonly TableMapping[]): TableMapping | null {
  let best: { mapping: TableMapping; score: number } | null = null;
  for (const mapping of mappings) {
    const found = isOfFile(mapping, path) ? fit(columns, mapping) : 0;
    const score = found > 0 && mapping.onlyFiles !== undefined ? found + mappedFields.length : found;
    if (score > (best?.score ?? 0)) best = { mapping, score };
  }
  return best?.mapping ?? null;
}

function isOfFile({ onlyFiles }: TableMapping, path: string): boolean {
  return onlyFiles === undefined || path.toLowerCase().includes(onlyFiles.toLowerCase());
}

const keyOf = (place: RowPlace): string => JSON.stringify(place);
