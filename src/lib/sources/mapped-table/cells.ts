import type { JsonObject } from '../reading/json-fields';
import type { TableReading } from '../../model/table-mapping';
import type { TableRow } from './row';

/** Columns are found by their exact names; of two with the same name, the first. */
export function csvRow(columns: readonly string[], cells: readonly string[]): TableRow {
  return {
    columns,
    labels: columns,
    cell(column) {
      const position = columns.indexOf(column);
      return position === -1 ? '' : (cells[position]?.trim() ?? '');
    },
  };
}

/** The cells of a JSON record by dotted names (`usage.input_tokens`). Lists are ignored. */
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

/** The mapped columns, by their trimmed names. */
export function mappedColumns({ fields }: TableReading): string[] {
  return Object.values(fields).flatMap((column) => column?.trim() ?? []);
}

/** Whether the cell may be a count, with any grouping of thousands. */
export function isCount(cell: string): boolean {
  return /^\d[\d.,\s'’\u00a0\u202f]*$/u.test(cell.trim());
}
