import { toCsv, type CsvCell, type CsvStyle } from '../../model/csv';

/** One file that an Export menu can save. */
export interface ExportChoice {
  label: string;
  /** The file's name, with its extension. */
  name: string;
  type: 'text/csv;charset=utf-8' | 'application/json';
  /** Returns the file's text in parts, so that a long list can be read while it is written. */
  parts: (style: CsvStyle) => Iterable<string> | AsyncIterable<string> | Promise<Iterable<string>>;
}

/** A table whose first row is its header. `name` has no extension. */
export function csvChoice(
  label: string,
  name: string,
  cells: () => CsvCell[][] | Promise<CsvCell[][]>,
): ExportChoice {
  return {
    label,
    name: `${name}.csv`,
    type: 'text/csv;charset=utf-8',
    parts: async (style) => [toCsv(await cells(), style)],
  };
}

export function jsonChoice(label: string, name: string, text: () => string | Promise<string>): ExportChoice {
  return { label, name: `${name}.json`, type: 'application/json', parts: async () => [await text()] };
}
