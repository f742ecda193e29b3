import type { Problem } from '../../model/problem';
import type { RowPlace } from '../../model/table-mapping';
import { readTable } from '../reading/csv';
import { peek, startsAsJson } from '../reading/peek';
import { decodeText } from '../reading/text';
import { columnsOfRows, JsonTable } from './json-table';

/** The first rows of a table, unchanged. */
export interface TablePreview {
  format: 'csv' | 'json';
  /** Where the rows are in a JSON file; empty for the file's own records. */
  rowsAt: RowPlace;
  columns: readonly string[];
  rows: readonly PreviewRow[];
  /** Problems found while reading, as plain sentences. */
  problems: readonly PreviewProblem[];
}

interface PreviewRow {
  /** From 1; inside a record, the number of the row. */
  line: number;
  /** One per column. */
  cells: readonly string[];
}

interface PreviewProblem {
  reason: Problem;
  line?: number;
}

const longestCell = 1000;
const mostColumns = 1000;
const mostRows = 1000;
/** For JSON, in characters: enough for some records, whatever they contain besides counts. */
const longestHead = 4 * 1024 * 1024;

/**
 * Reads the first `rows` rows (at most 1000), and no more of the file than needed. For JSON, one preview for each
 * place where rows may be, outermost first. Returns at least one preview, which may be empty.
 */
export async function previewTables(
  chunks: AsyncIterable<Uint8Array>,
  rows: number,
): Promise<[TablePreview, ...TablePreview[]]> {
  const wanted = Math.min(Math.max(1, rows), mostRows);
  const problems: PreviewProblem[] = [];
  const problem = (reason: Problem, line?: number): void => {
    if (problems.length < 100) problems.push(line === undefined ? { reason } : { reason, line });
  };
  const { start, all } = await peek(chunks);
  if (!startsAsJson(start)) return [{ ...(await previewCsv(all, wanted, problem)), problems }];
  const [first = noRows, ...others] = await previewJson(all, wanted, problem);
  return [{ ...first, problems }, ...others.map((table) => ({ ...table, problems }))];
}

async function previewCsv(
  chunks: AsyncIterable<Uint8Array>,
  wanted: number,
  problem: (reason: Problem, line?: number) => void,
): Promise<Omit<TablePreview, 'problems'>> {
  let columns: readonly string[] = [];
  const rows: PreviewRow[] = [];
  await readTable(chunks, {
    problem,
    header(header) {
      columns = header.names;
      return true;
    },
    record({ cells, line }) {
      rows.push({ line, cells: columns.map((_, index) => (cells[index] ?? '').slice(0, longestCell)) });
      return rows.length < wanted;
    },
  });
  return { format: 'csv', rowsAt: [], columns, rows };
}

const noRows = { format: 'json', rowsAt: [], columns: [], rows: [] } as const;

/** A JSON table has no header, so its columns are the keys of the first rows. */
async function previewJson(
  chunks: AsyncIterable<Uint8Array>,
  wanted: number,
  problem: (reason: Problem, line?: number) => void,
): Promise<Omit<TablePreview, 'problems'>[]> {
  let head = '';
  for await (const text of decodeText(chunks, problem)) {
    head += text;
    if (head.length >= longestHead) break;
  }
  const table = new JsonTable(head, wanted);
  return table.places.flatMap((rowsAt) => {
    const found = table.rowsAt(rowsAt);
    const columns = columnsOfRows(found).slice(0, mostColumns);
    const rows = found.map(({ row, line }) => ({
      line,
      cells: columns.map((column) => row.cell(column).slice(0, longestCell)),
    }));
    return columns.length === 0 ? [] : [{ format: 'json', rowsAt, columns, rows }];
  });
}
