import sqlite3InitModule from '@sqlite.org/sqlite-wasm';

/** The bytes of a SQLite database that the statements create. */
export async function makeDatabase(sql: string): Promise<Uint8Array> {
  const sqlite3 = await sqlite3InitModule();
  const db = new sqlite3.oo1.DB(':memory:');
  try {
    db.exec(sql);
    return sqlite3.capi.sqlite3_js_db_export(db);
  } finally {
    db.close();
  }
}
