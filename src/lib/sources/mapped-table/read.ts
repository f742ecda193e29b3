import type { Problem } from '../../model/problem';
import type { RowPlace, TableMapping } from '../../model/table-mapping';
import { csvRow, mappedColumns } from './cells';
import type { TableRow } from './row';
import { rowsOf } from './row-place';
import { RowReader } from './row-reader';
import { readTable } from '../reading/csv';
import { isProblem } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { peek, startsAsJson } from '../reading/peek';
import { asUtf8 } from '../reading/text';
import type { ReadFile, SourceSink } from '../source';

/** Reads tables with a mapping. */
export function tableReader(mapping: TableMapping): ReadFile {
  return async (chunks, sink, context) => {
    const { start, all } = await peek(chunks);
    const rows = new RowSink(mapping, sink, context.now);
    if (startsAsJson(start)) await readJson(all, sink, mapping.rowsAt ?? [], rows);
    else await readCsv(all, sink, mapping, rows);
  };
}

async function readCsv(
  chunks: AsyncIterable<Uint8Array>,
  sink: SourceSink,
  mapping: TableMapping,
  rows: RowSink,
): Promise<void> {
  await readTable(chunks, {
    problem: (reason, line) => sink.problem(reason, line),
    header({ names }) {
      const isOwn = mappedColumns(mapping).every((column) => names.includes(column));
      if (!isOwn) sink.problem('format-columns-missing', 1);
      return isOwn;
    },
    record({ header, cells, number, line }) {
      rows.add(csvRow(header.names, cells), number, line);
      return true;
    },
  });
}

async function readJson(
  chunks: AsyncIterable<Uint8Array>,
  sink: SourceSink,
  place: RowPlace,
  rows: RowSink,
): Promise<void> {
  const problem = (reason: Problem, line?: number): void => sink.problem(reason, line);
  let position = 0;
  await readJsonRecords(asUtf8(chunks, problem), sink, (record, line) => {
    for (const row of rowsOf(record, place)) {
      position += 1;
      // All rows of one record are on the same line, so their number is more useful.
      const at = place.length === 0 ? line : position;
      if (row === null) problem('record-not-an-object', at);
      else rows.add(row, position, at);
    }
  });
}

/** Passes on what the rows of one file contain. */
class RowSink {
  private readonly reader: RowReader;
  private readonly named = new Set<string>();

  constructor(
    mapping: TableMapping,
    private readonly sink: SourceSink,
    now: number,
  ) {
    this.reader = new RowReader(mapping, now);
  }

  add(row: TableRow, position: number, line: number): void {
    const read = this.reader.read(row, position);
    if (read === null) return;
    if (isProblem(read)) {
      this.sink.problem(read.problem, line);
      return;
    }
    const { event, projectName } = read;
    this.sink.event(event);
    if (projectName === null || event.path === null || this.named.has(projectName)) return;
    this.named.add(projectName);
    this.sink.projectName?.(event.path, projectName);
  }
}
