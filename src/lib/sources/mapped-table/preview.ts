import { mappedFields, type MappedField, type TableMapping } from '../../model/table-mapping';
import { readTable } from '../reading/csv';
import { isProblem, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { readMappedRow, type CellOf } from './row';
import { peek, startsAsJson } from '../reading/peek';
import { asUtf8 } from '../reading/text';

/** The first rows of a table, as they stand. */
export interface TablePreview {
  format: 'csv' | 'json';
  columns: readonly string[];
  rows: readonly PreviewRow[];
  /** What could not be read on the way, in plain sentences. */
  problems: readonly { reason: string; line?: number }[];
}

interface PreviewRow {
  /** From 1. */
  line: number;
  /** As many as there are columns. */
  cells: readonly string[];
}

/** What a mapping makes of a preview. */
export interface MappingCheck {
  /** Fields without which nothing can be read: a date, and something to count. */
  missing: readonly ('occurredAt' | 'tokens')[];
  /** Columns that the mapping names and the table lacks. */
  absentColumns: readonly string[];
  /** Rows that cannot be read, with the column to mark (null: the row as a whole). `row` counts from 0. */
  problems: readonly { row: number; column: string | null; field: MappedField | null; reason: string }[];
  /** Rows that can be read and hold tokens. */
  readableRows: number;
}

const longestCell = 1000;
/** A JSON table has no header: its columns are the keys of the first records. */
const mostRows = 1000;

/** Reads the first `rows` rows (at most 1000), and no more of the file than these need where it is a CSV. */
export async function previewTable(chunks: AsyncIterable<Uint8Array>, rows: number): Promise<TablePreview> {
  const wanted = Math.min(Math.max(1, rows), mostRows);
  const problems: { reason: string; line?: number }[] = [];
  const problem = (reason: string, line?: number): void => {
    if (problems.length < 100) problems.push(line === undefined ? { reason } : { reason, line });
  };
  const { start, all } = await peek(chunks);
  if (startsAsJson(start)) return previewJson(all, wanted, problem, problems);

  let columns: readonly string[] = [];
  const found: PreviewRow[] = [];
  await readTable(all, {
    problem,
    header(header) {
      columns = header.names;
      return true;
    },
    record({ cells, line }) {
      found.push({ line, cells: columns.map((_, index) => (cells[index] ?? '').slice(0, longestCell)) });
      return found.length < wanted;
    },
  });
  return { format: 'csv', columns, rows: found, problems };
}

/** Reads the preview's rows as the import would, and says which cells do not parse. */
export function checkMapping(preview: TablePreview, mapping: TableMapping, now: number): MappingCheck {
  const { fields } = mapping;
  const counted = [
    fields.inputTokens,
    fields.outputTokens,
    fields.cacheReadTokens,
    fields.cacheWrite5mTokens,
  ];
  const missing: ('occurredAt' | 'tokens')[] = [];
  if (fields.occurredAt === undefined) missing.push('occurredAt');
  if (counted.every((column) => column === undefined)) missing.push('tokens');
  const named = mappedFields.flatMap((field) => fields[field] ?? []);
  const absentColumns = [...new Set(named)].filter((column) => !preview.columns.includes(column));
  const problems: { row: number; column: string | null; field: MappedField | null; reason: string }[] = [];
  let readableRows = 0;
  for (const [row, { cells }] of preview.rows.entries()) {
    const event = readMappedRow(cellOf(preview.columns, cells, mapping), mapping, row + 1, now);
    if (event === null) continue;
    if (!isProblem(event)) readableRows += 1;
    else {
      const column = event.field === null ? null : (fields[event.field] ?? null);
      problems.push({ row, column, field: event.field, reason: event.problem });
    }
  }
  return { missing, absentColumns, problems, readableRows };
}

/** Finds a row's cells by the exact names of the mapping's columns; of two columns of one name, the first. */
export function cellOf(columns: readonly string[], cells: readonly string[], mapping: TableMapping): CellOf {
  return (field) => {
    const column = mapping.fields[field];
    const position = column === undefined ? -1 : columns.indexOf(column.trim());
    return position === -1 ? '' : (cells[position]?.trim() ?? '');
  };
}

/** The cells of a JSON record by dotted names (`usage.input_tokens`); lists are not looked into. */
export function flattened(record: JsonObject, depth = 0, prefix = ''): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [key, value] of Object.entries(record)) {
    const name = `${prefix}${key}`.trim();
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      cells.set(name, String(value));
    } else if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < 4) {
      for (const [inner, cell] of flattened(value as JsonObject, depth + 1, `${name}.`))
        cells.set(inner, cell);
    }
  }
  return cells;
}

async function previewJson(
  chunks: AsyncIterable<Uint8Array>,
  wanted: number,
  problem: (reason: string, line?: number) => void,
  problems: TablePreview['problems'],
): Promise<TablePreview> {
  const records: { line: number; cells: Map<string, string> }[] = [];
  const sink = { problem, event: ignore, session: ignore };
  await readJsonRecords(asUtf8(chunks, problem), sink, (record, line) => {
    if (records.length < wanted) records.push({ line, cells: flattened(record) });
  });
  const columns = [...new Set(records.flatMap(({ cells }) => [...cells.keys()]))].slice(0, 1000);
  const rows = records.map(({ line, cells }) => ({
    line,
    cells: columns.map((column) => (cells.get(column) ?? '').slice(0, longestCell)),
  }));
  return { format: 'json', columns, rows, problems };
}

function ignore(): void {
  // A preview keeps rows, not events.
}
