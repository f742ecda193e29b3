import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';

/**
 * Queries a SQLite file outside the app: with the `sqlite3` program if this machine has it, else with SQLite's build
 * for Node.
 * @returns the rows, each as its values
 */
export async function askFile(path: string, sql: string): Promise<unknown[][]> {
  const program = askProgram(path, sql);
  if (program !== undefined) return program;
  const sqlite3 = await sqlite3InitModule();
  const bytes = new Uint8Array(await readFile(path));
  const db = new sqlite3.oo1.DB(':memory:');
  const pointer = sqlite3.wasm.allocFromTypedArray(bytes);
  sqlite3.capi.sqlite3_deserialize(
    db.pointer ?? 0,
    'main',
    pointer,
    bytes.length,
    bytes.length,
    sqlite3.capi.SQLITE_DESERIALIZE_FREEONCLOSE | sqlite3.capi.SQLITE_DESERIALIZE_READONLY,
  );
  const rows = db.exec({ sql, rowMode: 'array', returnValue: 'resultRows' });
  db.close();
  return rows;
}

/** Undefined if there is no such program. */
function askProgram(path: string, sql: string): unknown[][] | undefined {
  try {
    const output = execFileSync('sqlite3', ['-readonly', '-json', path, sql], { encoding: 'utf8' });
    const rows = JSON.parse(output === '' ? '[]' : output) as Record<string, unknown>[];
    return rows.map((row) => Object.values(row));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
