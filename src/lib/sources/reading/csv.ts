import type { Problem } from '../../model/problem';
import { readRows } from './csv-rows';
import { normalised, type FieldReader } from './fields';
import { decodeText } from './text';

/** A table's column names as written, and the index of each by its normalized name. */
export interface TableHeader {
  readonly names: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
}

export interface TableHandler {
  /** Called with the first row. Returning false says this is another table, and stops reading. */
  header(header: TableHeader): boolean;
  /** Returning false stops reading. */
  record(record: TableRecord): boolean;
  problem(reason: Problem, line?: number): void;
}

/** One row below the header. Cells are found by column name, never by position. */
export class TableRecord implements FieldReader {
  readonly header: TableHeader;
  readonly cells: readonly string[];
  /** The number of the row below the header, from 1. */
  readonly number: number;
  /** The line of the file on which the row begins, from 1. */
  readonly line: number;

  constructor(header: TableHeader, cells: readonly string[], number: number, line: number) {
    this.header = header;
    this.cells = cells;
    this.number = number;
    this.line = line;
  }

  /** The first non-blank value of these columns, trimmed. */
  value(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const position = this.header.positions.get(name);
      const cell = position === undefined ? undefined : this.cells[position]?.trim();
      if (cell !== undefined && cell !== '') return cell;
    }
    return undefined;
  }
}

/**
 * Reads a CSV (comma, semicolon, tab or bar; any encoding that `decodeText` knows) row by row. Rows with fewer or
 * more cells than the header are reported and skipped, because a truncated row could contain half a number. Blank
 * rows and repeated headers (concatenated files) are skipped. Rejects only when `chunks` does.
 */
export async function readTable(chunks: AsyncIterable<Uint8Array>, handler: TableHandler): Promise<void> {
  const problem = (reason: Problem, line?: number): void => handler.problem(reason, line);
  let header: TableHeader | null = null;
  let number = 0;

  await readRows(decodeText(chunks, problem), {
    problem,
    row(cells, line) {
      if (cells.every((cell) => cell.trim() === '')) return true;
      if (header === null) {
        header = headerFrom(cells);
        if (hasDuplicates(cells)) problem('column-twice', line);
        return handler.header(header);
      }
      if (isSameRow(cells, header.names)) return true;
      number += 1;
      if (cells.length < header.names.length) problem('row-too-short', line);
      else if (cells.slice(header.names.length).some((cell) => cell.trim() !== '')) {
        problem('row-too-wide', line);
      } else return handler.record(new TableRecord(header, cells, number, line));
      return true;
    },
  });
}

function headerFrom(cells: readonly string[]): TableHeader {
  const names = cells.map((cell) => cell.trim());
  const positions = new Map<string, number>();
  for (const [position, name] of names.entries()) {
    const key = normalised(name);
    if (key !== '' && !positions.has(key)) positions.set(key, position);
  }
  return { names, positions };
}

function hasDuplicates(cells: readonly string[]): boolean {
  const keys = cells.map(normalised).filter((key) => key !== '');
  return new Set(keys).size < keys.length;
}

function isSameRow(cells: readonly string[], names: readonly string[]): boolean {
  return cells.length === names.length && names.every((name, index) => cells[index]?.trim() === name);
}
