/** The columns that identify a table, with normalized names (`Start Time` is `starttime`). */
export interface TableColumns {
  /** Required columns, normalized; for a nested array, any one of them. */
  needed: readonly (string | readonly string[])[];
  /** Columns that only another export has, which also has the required ones. */
  foreign?: readonly string[];
}

/** Whether the columns match. */
export function isTableOf(
  { needed, foreign = [] }: TableColumns,
  columns: Pick<ReadonlySet<string>, 'has'>,
): boolean {
  return (
    needed.every((column) => [column].flat().some((name) => columns.has(name))) &&
    !foreign.some((column) => columns.has(column))
  );
}
