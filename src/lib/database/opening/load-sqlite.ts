import sqlite3InitModule, { type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import wasmAddress from '@sqlite.org/sqlite-wasm/sqlite3.wasm?url';

declare global {
  // SQLite's start-up code reads this global, because it takes no arguments.
  var sqlite3ApiConfig: { disable: { vfs: Record<string, boolean> } } | undefined;
}

/**
 * Loads the wasm. Only the file system `opfs-sahpool` is enabled; the others would start separate workers.
 * @throws the engine's own errors
 */
export async function loadSqlite(): Promise<Sqlite3Static> {
  globalThis.sqlite3ApiConfig = { disable: { vfs: { opfs: true, 'opfs-vfs': true, 'opfs-wl': true } } };
  try {
    return await sqlite3InitModule();
  } catch (error) {
    // Some hosts answer a missing file with a page, which the browser then caches for as long as the file. Replaced in the
    // cache, it doesn't outlast the repair of the site.
    await fetch(wasmAddress, { cache: 'reload' }).catch(() => undefined);
    throw error;
  }
}
