import type { ChosenFile, UnknownTable } from '../../ingest/chosen-file';

/** Tables with the same columns under one entry, all by their paths: files are read at once, and end in any order. */
export function kindsOf(tables: readonly UnknownTable[]): readonly (readonly UnknownTable[])[] {
  const kinds = new Map<string, UnknownTable[]>();
  for (const table of tables.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const key = JSON.stringify([...table.columns].sort());
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, [table]);
    else kind.push(table);
  }
  return [...kinds.values()];
}

/** The files that these tables are or are packed in, each once. */
export function filesOf(tables: readonly { chosen: ChosenFile }[]): ChosenFile[] {
  return [...new Map(tables.map(({ chosen }) => [chosen.path, chosen])).values()];
}

/** What can be chosen: columns that have a name, each once. */
export function namesOf(columns: readonly string[]): readonly string[] {
  return [...new Set(columns)].filter((name) => name.trim() !== '');
}
