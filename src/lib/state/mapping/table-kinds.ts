import type { ChosenFile, UnknownTable } from '../../ingest/files/chosen-file';

/**
 * Groups tables by their columns. Each group is sorted by path, since files are read in parallel and end in any
 * order.
 */
export function kindsOf(tables: readonly UnknownTable[]): readonly (readonly UnknownTable[])[] {
  const kinds = new Map<string, UnknownTable[]>();
  for (const table of tables.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const key = keyOf(table.columns);
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, [table]);
    else kind.push(table);
  }
  return [...kinds.values()];
}

export function hasColumns(table: UnknownTable, columns: readonly string[]): boolean {
  return keyOf(table.columns) === keyOf(columns);
}

/** The files that contain these tables, each once. */
export function filesOf(tables: readonly { chosen: ChosenFile }[]): ChosenFile[] {
  return [...new Map(tables.map(({ chosen }) => [chosen.path, chosen])).values()];
}

/** The columns that can be chosen: those with a name, without duplicates. */
export function namesOf(columns: readonly string[]): readonly string[] {
  return [...new Set(columns)].filter((name) => name.trim() !== '');
}

function keyOf(columns: readonly string[]): string {
  return JSON.stringify([...columns].sort());
}
