import { toCsv, type CsvCell } from '../../model/csv';
import { t } from '../../texts/texts';
import { csvChoice, type ExportChoice } from './export-choice';

/** A column of an exported table: its header in the user's language, and its key for programs. */
export interface ExportColumn<Row> {
  key: string;
  head: string;
  value: (row: Row) => CsvCell;
}

/** A short table as CSV. */
export function tableChoice<Row>(
  label: string,
  name: string,
  columns: readonly ExportColumn<Row>[],
  rows: () => readonly Row[] | Promise<readonly Row[]>,
): ExportChoice {
  return csvChoice(label, name, async () => [headOf(columns), ...cellsOf(columns, await rows())]);
}

/** The list of a page as CSV and as JSON, both in its order. `pages` can be read while the file is written. */
export function listChoices<Row>(
  name: string,
  columns: readonly ExportColumn<Row>[],
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
        let before = '[\n';
        for await (const rows of pages()) {
          for (const row of rows) {
            yield (
              before + JSON.stringify(Object.fromEntries(columns.map(({ key, value }) => [key, value(row)])))
            );
            before = ',\n';
          }
        }
        yield before === '[\n' ? '[]\n' : '\n]\n';
      },
    },
  ];
}

const headOf = <Row>(columns: readonly ExportColumn<Row>[]): CsvCell[] => columns.map(({ head }) => head);

function cellsOf<Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]): CsvCell[][] {
  return rows.map((row) => columns.map(({ value }) => value(row)));
}
