import sqlite3InitModule, { type Sqlite3Static } from '@sqlite.org/sqlite-wasm';

declare global {
  // SQLite's start-up code reads this global, because it takes no arguments.
  var sqlite3ApiConfig: { disable: { vfs: Record<string, boolean> } } | undefined;
}

/** Loads the wasm. Only the file system `opfs-sahpool` is enabled; the others would start separate workers. */
export function loadSqlite(): Promise<Sqlite3Static> {
  globalThis.sqlite3ApiConfig = { disable: { vfs: { opfs: true, 'opfs-vfs': true, 'opfs-wl': true } } };
  return sqlite3InitModule();
}
