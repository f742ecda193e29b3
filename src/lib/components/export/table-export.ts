import { toCsv, type CsvCell } from '../../model/csv';
import { t } from '../../texts/texts';
import { inFiles, type Column } from '../lists/column';
import { csvChoice, type ExportChoice } from './export-choice';

/** A short table as CSV. */
export function tableChoice<Row>(
  label: string,
  name: string,
  columns: readonly Column<Row, string>[],
  rows: () => readonly Row[] | Promise<readonly Row[]>,
): ExportChoice {
  return csvChoice(label, name, async () => tableOf(columns, await rows()));
}

/** The list of a page as CSV and as JSON, both in its order. `pages` can be read while the file is written. */
export function listChoices<Row>(
  name: string,
  columns: readonly Column<Row, string>[],
  pages: () => Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>,
): ExportChoice[] {
  return [
    {
      label: t.exports.csvList,
      name: `${name}.csv`,
      type: 'text/csv;charset=utf-8',
      async *parts(style) {
        yield toCsv([headOf(columns)], style);
        for await (const rows of pages()) yield toCsv(cellsOf(columns, rows), style);
      },
    },
    {
      label: t.exports.jsonList,
      name: `${name}.json`,
      type: 'application/json',
      async *parts() {
        const written = inFiles(columns);
        let before = '[\n';
        for await (const rows of pages()) {
          for (const row of rows) {
            yield (
              before + JSON.stringify(Object.fromEntries(written.map(({ key, value }) => [key, value(row)])))
            );
            before = ',\n';
          }
        }
        yield before === '[\n' ? '[]\n' : '\n]\n';
      },
    },
  ];
}

/** The columns that belong in a file, with their headers. */
export function tableOf<Row>(columns: readonly Column<Row, string>[], rows: readonly Row[]): CsvCell[][] {
  return [headOf(columns), ...cellsOf(columns, rows)];
}

function headOf<Row>(columns: readonly Column<Row, string>[]): CsvCell[] {
  return inFiles(columns).map(({ head, fileHead }) => fileHead ?? head);
}

function cellsOf<Row>(columns: readonly Column<Row, string>[], rows: readonly Row[]): CsvCell[][] {
  const written = inFiles(columns);
  return rows.map((row) => written.map(({ value }) => value(row)));
}
