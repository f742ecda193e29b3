/** What the tests of the current file have opened in the memory of SQLite's wasm, which all files share. */
const opened = new Set<{ close(): void }>();

export function closeAfterFile(database: { close(): void }): void {
  opened.add(database);
}

/** Closing twice is harmless. */
export function closeOpened(): void {
  for (const database of opened) database.close();
  opened.clear();
}
