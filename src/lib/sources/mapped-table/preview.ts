import { readTable } from '../reading/csv';
import { firstRecords } from '../reading/json-head';
import { peek, startsAsJson } from '../reading/peek';
import { decodeText } from '../reading/text';
import { flattened } from './cells';

/** The first rows of a table, as they stand. */
export interface TablePreview {
  format: 'csv' | 'json';
  columns: readonly string[];
  rows: readonly PreviewRow[];
  /** What could not be read on the way, in plain sentences. */
  problems: readonly PreviewProblem[];
}

interface PreviewRow {
  /** From 1. */
  line: number;
  /** As many as there are columns. */
  cells: readonly string[];
}

interface PreviewProblem {
  reason: string;
  line?: number;
}

const longestCell = 1000;
const mostColumns = 1000;
const mostRows = 1000;
/** Of JSON, in characters: enough for some records, whatever stands in them beside the counts. */
const longestHead = 4 * 1024 * 1024;

/** Reads the first `rows` rows (at most 1000), and no more of the file than these need. */
export async function previewTable(chunks: AsyncIterable<Uint8Array>, rows: number): Promise<TablePreview> {
  const wanted = Math.min(Math.max(1, rows), mostRows);
  const problems: PreviewProblem[] = [];
  const problem = (reason: string, line?: number): void => {
    if (problems.length < 100) problems.push(line === undefined ? { reason } : { reason, line });
  };
  const { start, all } = await peek(chunks);
  const table = startsAsJson(start)
    ? await previewJson(all, wanted, problem)
    : await previewCsv(all, wanted, problem);
  return { ...table, problems };
}

async function previewCsv(
  chunks: AsyncIterable<Uint8Array>,
  wanted: number,
  problem: (reason: string, line?: number) => void,
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
  return { format: 'csv', columns, rows };
}

/** A JSON table has no header: its columns are the keys of the first records. */
async function previewJson(
  chunks: AsyncIterable<Uint8Array>,
  wanted: number,
  problem: (reason: string, line?: number) => void,
): Promise<Omit<TablePreview, 'problems'>> {
  let head = '';
  for await (const text of decodeText(chunks, problem)) {
    head += text;
    if (head.length >= longestHead) break;
  }
  const records = firstRecords(head, wanted).map(({ record, line }) => ({ line, cells: flattened(record) }));
  const columns = [...new Set(records.flatMap(({ cells }) => [...cells.keys()]))].slice(0, mostColumns);
  const rows = records.map(({ line, cells }) => ({
    line,
    cells: columns.map((column) => (cells.get(column) ?? '').slice(0, longestCell)),
  }));
  return { format: 'json', columns, rows };
}
