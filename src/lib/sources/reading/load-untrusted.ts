import sqlite3InitModule, { type Database, type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { databaseTooLarge, maxDatabaseBytes } from './head';
import type { Stopwatch } from './stopwatch';
import { UnusableDatabase } from './unusable-database';

/** In bytes: no value that a source reads comes close to it. */
const maxValueBytes = 16 * 1024 * 1024;

/**
 * How many instructions SQLite runs between two checks of the clock. In a hostile schema, one instruction can take
 * milliseconds.
 */
const instructionsPerLook = 1_000;
let loading: Promise<Sqlite3Static> | null = null;

/**
 * Opens a file of unknown origin in memory, read-only and with every defence that SQLite has. `stopwatch` limits how
 * long each statement may take.
 * @returns whether the file may have had a write-ahead log, whose rows are missing from it
 * @throws `UnusableDatabase`
 */
export async function openUntrusted(
  chunks: readonly Uint8Array[],
  stopwatch: Stopwatch,
): Promise<{ db: Database; hadWriteAheadLog: boolean }> {
  loading ??= loadSqlite();
  const sqlite3 = await loading;
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  if (length > maxDatabaseBytes) throw new UnusableDatabase(databaseTooLarge);
  if (length === 0) throw new UnusableDatabase('not-a-database');
  const db = new sqlite3.oo1.DB(':memory:');
  try {
    harden(sqlite3, db, stopwatch);
    const hadWriteAheadLog = load(sqlite3, db, chunks, length);
    stopwatch.reset();
    stopwatch.run(() => readSchema(db));
    return { db, hadWriteAheadLog };
  } catch (error) {
    db.close();
    const isMemoryUsedUp = error instanceof sqlite3.WasmAllocError;
    throw stopwatch.explain(error, isMemoryUsedUp ? 'database-needs-memory' : 'not-a-database');
  }
}

/** Without the file systems that start workers: everything happens in memory. */
async function loadSqlite(): Promise<Sqlite3Static> {
  globalThis.sqlite3ApiConfig = { disable: { vfs: { opfs: true, 'opfs-vfs': true, 'opfs-wl': true } } };
  const sqlite3 = await sqlite3InitModule();
  // SQLite prints each failing statement, of which a damaged file can cause thousands.
  sqlite3.config.warn = sqlite3.config.error = () => undefined;
  return sqlite3;
}

function harden(sqlite3: Sqlite3Static, db: Database, stopwatch: Stopwatch): void {
  const { capi } = sqlite3;
  const pointer = db.pointer;
  if (pointer === undefined) throw new UnusableDatabase('database-unopened');
  capi.sqlite3_db_config(pointer, capi.SQLITE_DBCONFIG_DEFENSIVE, 1, 0);
  capi.sqlite3_db_config(pointer, capi.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, 0);
  capi.sqlite3_db_config(pointer, capi.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, 0);
  capi.sqlite3_db_config(pointer, capi.SQLITE_DBCONFIG_ENABLE_VIEW, 0, 0);
  capi.sqlite3_limit(pointer, capi.SQLITE_LIMIT_LENGTH, maxValueBytes);
  capi.sqlite3_limit(pointer, capi.SQLITE_LIMIT_ATTACHED, 0);
  capi.sqlite3_limit(pointer, capi.SQLITE_LIMIT_EXPR_DEPTH, 20);
  capi.sqlite3_limit(pointer, capi.SQLITE_LIMIT_COLUMN, 100);
  capi.sqlite3_progress_handler(pointer, instructionsPerLook, () => (stopwatch.isOver ? 1 : 0), 0);
}

/** Copies the bytes into the database's memory. Returns whether the file is of a kind that has a write-ahead log. */
function load(sqlite3: Sqlite3Static, db: Database, chunks: readonly Uint8Array[], length: number): boolean {
  const { capi, wasm } = sqlite3;
  if (isUtf16(chunks)) throw new UnusableDatabase('database-utf-16');
  const memory = wasm.alloc(length);
  let offset = memory;
  for (const chunk of chunks) {
    wasm.heap8u().set(chunk, offset);
    offset += chunk.length;
  }
  const heap = wasm.heap8u();
  const versions = memory + 18;
  const hadWriteAheadLog = length > 19 && heap[versions] === 2;
  // In memory there is no log to look for, and the file would not open.
  if (hadWriteAheadLog) heap.fill(1, versions, versions + 2);
  const result = capi.sqlite3_deserialize(
    db.pointer ?? 0,
    'main',
    memory,
    length,
    length,
    capi.SQLITE_DESERIALIZE_READONLY | capi.SQLITE_DESERIALIZE_FREEONCLOSE,
  );
  db.checkRc(result);
  return hadWriteAheadLog;
}

/**
 * Whether the header states UTF-16. SQLite is built without UTF-16 here, and would only report that it can't read the
 * file.
 */
function isUtf16(chunks: readonly Uint8Array[]): boolean {
  const header = new Uint8Array(60);
  let at = 0;
  for (const chunk of chunks) {
    if (at === header.length) break;
    const piece = chunk.subarray(0, header.length - at);
    header.set(piece, at);
    at += piece.length;
  }
  const encoding = new DataView(header.buffer).getUint32(56);
  return encoding === 2 || encoding === 3;
}

/** Fails if the file isn't a database. */
function readSchema(db: Database): void {
  db.exec('PRAGMA cell_size_check = ON; PRAGMA ignore_check_constraints = ON; PRAGMA query_only = ON;');
  db.selectValue('SELECT count(*) FROM main.sqlite_schema');
}
