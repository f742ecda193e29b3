import type { TableMapping } from '../model/table-mapping';
import { columnsOf, readTable } from './reading/csv';
import { normalised } from './reading/fields';
import { isProblem } from './reading/json-fields';
import { readJsonRecords } from './reading/json-records';
import { mappedTableId, readMappedRow, type CellOf } from './mapped-table/row';
import { peek, startsAsJson } from './reading/peek';
import type { Source, SourceSink } from './source';
import { cellOf, flattened } from './mapped-table/preview';
import { asUtf8 } from './reading/text';
import { topLevelKeys } from './reading/top-level-keys';

/**
 * A source out of a user's mapping. It recognises a CSV with exactly the columns that were mapped, in any order, and
 * JSON records that have the mapped ones. It is asked after all sources that know their format.
 */
export function mappedTable(mapping: TableMapping): Source {
  return {
    id: mappedTableId,
    name: mapping.name,
    certainty: 'documentation',
    places: [],
    detect: (head) => isMapped(head, mapping),
    async read(chunks, sink, context) {
      const { start, all } = await peek(chunks);
      const read = (cell: CellOf, position: number, line: number): void =>
        handOver(sink, cell, mapping, { position, line, now: context.now });
      if (startsAsJson(start)) await readJson(all, sink, mapping, read);
      else await readCsv(all, sink, mapping, read);
    },
  };
}

type ReadRow = (cell: CellOf, position: number, line: number) => void;

async function readCsv(
  chunks: AsyncIterable<Uint8Array>,
  sink: SourceSink,
  mapping: TableMapping,
  read: ReadRow,
): Promise<void> {
  await readTable(chunks, {
    problem: (reason, line) => sink.problem(reason, line),
    header({ names }) {
      const isOwn = mappedColumns(mapping).every((column) => names.includes(column));
      if (!isOwn) sink.problem('The table lacks columns of the mapping.', 1);
      return isOwn;
    },
    record({ header, cells, number, line }) {
      read(cellOf(header.names, cells, mapping), number, line);
      return true;
    },
  });
}

async function readJson(
  chunks: AsyncIterable<Uint8Array>,
  sink: SourceSink,
  mapping: TableMapping,
  read: ReadRow,
): Promise<void> {
  const problem = (reason: string, line?: number): void => sink.problem(reason, line);
  let position = 0;
  await readJsonRecords(asUtf8(chunks, problem), sink, (record, line) => {
    const cells = flattened(record);
    position += 1;
    read((field) => cells.get(mapping.fields[field]?.trim() ?? '')?.trim() ?? '', position, line);
  });
}

function handOver(
  sink: SourceSink,
  cell: CellOf,
  mapping: TableMapping,
  at: { position: number; line: number; now: number },
): void {
  const event = readMappedRow(cell, mapping, at.position, at.now);
  if (event === null) return;
  if (isProblem(event)) sink.problem(event.problem, at.line);
  else sink.event(event);
}

function isMapped(head: string, mapping: TableMapping): boolean {
  if (startsAsJson(head)) {
    const keys = topLevelKeys(head);
    const columns = mappedColumns(mapping).map((column) => column.split('.')[0] ?? '');
    return columns.length > 0 && columns.every((column) => keys.has(column));
  }
  const columns = columnsOf(head);
  const expected = new Set(mapping.columns.map(normalised));
  return expected.size === columns.size && [...expected].every((column) => columns.has(column));
}

function mappedColumns(mapping: TableMapping): string[] {
  return Object.values(mapping.fields).flatMap((column) => column?.trim() ?? []);
}
