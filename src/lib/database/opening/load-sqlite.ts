import sqlite3InitModule, { type Sqlite3Static } from '@sqlite.org/sqlite-wasm';

declare global {
  // Read by SQLite's start-up code, which takes no arguments for it.
  var sqlite3ApiConfig: { disable: { vfs: Record<string, boolean> } } | undefined;
}

/** Loads the wasm; of its file systems only `opfs-sahpool` is wanted, the others start workers of their own. */
export function loadSqlite(): Promise<Sqlite3Static> {
  globalThis.sqlite3ApiConfig = { disable: { vfs: { opfs: true, 'opfs-vfs': true, 'opfs-wl': true } } };
  return sqlite3InitModule();
}
