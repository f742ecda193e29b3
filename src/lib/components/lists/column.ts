import type { Snippet } from 'svelte';
import type { CsvCell } from '../../model/csv';

/**
 * One column of a table, for the screen, CSV and JSON alike. The screen shows the columns that have a `text` or a
 * `cell`; files contain those that have a `value`.
 */
export interface Column<Row, SortKey extends string = never> {
  /** Its name in JSON. */
  key: string;
  /** Its header in the user's language. */
  head: string;
  /** The header in files, if the one on screen is too short to be understood there. */
  fileHead?: string;
  /** What a file contains: exact, not formatted. */
  value?: (row: Row) => CsvCell;
  text?: (row: Row) => string;
  /** Replaces `text` where a cell is more than a text. */
  cell?: Snippet<[Row]>;
  /** Aligned at the end. */
  isNumber?: boolean;
  /** Not shown on a narrow page. */
  isWideOnly?: boolean;
  /** Its header is only for screen readers, because the cells speak for themselves. */
  hasHiddenHead?: boolean;
  /** Classes of its cells, from styles/tables.css. */
  class?: string;
  /** What a click on its header sorts by. */
  sortBy?: SortKey;
}

/** A column that files contain. */
export type FileColumn<Row> = Column<Row> & Required<Pick<Column<Row>, 'value'>>;

export function inFiles<Row>(columns: readonly Column<Row, string>[]): FileColumn<Row>[] {
  return (columns as readonly Column<Row>[]).filter(
    (column): column is FileColumn<Row> => column.value !== undefined,
  );
}
