/** What tells a table from others: the names of its columns, normalized (`Start Time` is `starttime`). */
export interface TableColumns {
  /** Columns that every version of the export has; of alternatives, one. */
  needed: readonly (string | readonly string[])[];
  /** Columns of another export that has those above as well. */
  foreign?: readonly string[];
}

/** Whether a table with these columns is the one. */
export function isTableOf(
  { needed, foreign = [] }: TableColumns,
  columns: Pick<ReadonlySet<string>, 'has'>,
): boolean {
  return (
    needed.every((column) => [column].flat().some((name) => columns.has(name))) &&
    !foreign.some((column) => columns.has(column))
  );
}
