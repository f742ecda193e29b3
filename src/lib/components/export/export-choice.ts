import { toCsv, type CsvCell, type CsvStyle } from '../../model/csv';

/** One thing that an Export menu saves. */
export interface ExportChoice {
  label: string;
  /** Of the file, with its extension. */
  name: string;
  type: 'text/csv;charset=utf-8' | 'application/json';
  /** The file's text in pieces: what is long is read while it is written. */
  parts: (style: CsvStyle) => Iterable<string> | AsyncIterable<string> | Promise<Iterable<string>>;
}

/** A table with its head in the first row. `name` has no extension. */
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
