import sqlite3InitModule, { type Database, type SqlValue, type Sqlite3Static } from '@sqlite.org/sqlite-wasm';

/** WebAssembly's memory has to hold it whole. */
const maxBytes = 1024 * 1024 * 1024;

/** No value that we read is near it. */
const maxValueBytes = 64 * 1024 * 1024;

/** A step is some thousand instructions of SQLite's machine; a database of a gigabyte takes some ten thousand. */
const instructionsPerStep = 100_000;
const maxSteps = 100_000;

/** The file cannot be used; the message is a plain sentence that holds nothing of its content. */
export class UnusableDatabase extends Error {
  override name = 'UnusableDatabase';
}

let loading: Promise<Sqlite3Static> | null = null;

/**
 * A SQLite file of unknown origin, opened in memory: read-only, defensive, with no trust in its schema, and checked
 * before anything is read. Nothing that the file brings is ever run: only plain columns of plain tables are read.
 */
export class UntrustedDatabase {
  /** The file may have had a write-ahead log beside it, whose rows are not in the file. */
  readonly hadWriteAheadLog: boolean;
  private readonly db: Database;

  private constructor(db: Database, hadWriteAheadLog: boolean) {
    this.db = db;
    this.hadWriteAheadLog = hadWriteAheadLog;
  }

  /** Throws `UnusableDatabase`. */
  static async open(chunks: readonly Uint8Array[]): Promise<UntrustedDatabase> {
    loading ??= loadSqlite();
    const sqlite3 = await loading;
    const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    if (length > maxBytes) throw new UnusableDatabase('The database is larger than 1 GiB.');
    const db = new sqlite3.oo1.DB(':memory:');
    try {
      harden(sqlite3, db);
      const hadWriteAheadLog = load(sqlite3, db, chunks, length);
      check(db);
      return new UntrustedDatabase(db, hadWriteAheadLog);
    } catch (error) {
      db.close();
      if (error instanceof UnusableDatabase) throw error;
      throw new UnusableDatabase('The file is not a SQLite database, or it is damaged.', { cause: error });
    }
  }

  /**
   * Rows with the columns that exist of those named; none where there is no such plain table. Views, virtual tables
   * and generated columns would run what the file says. Throws `UnusableDatabase`.
   */
  *rows(table: string, columns: readonly string[]): Generator<Record<string, SqlValue>> {
    const known = this.plainColumns(table);
    const read = columns.filter((column) => known.includes(column));
    if (read.length === 0) return;
    try {
      // Both names are constants of ours and were found in the schema.
      const statement = this.db.prepare(`SELECT ${read.join(', ')} FROM main.${table} NOT INDEXED`);
      try {
        while (statement.step()) {
          yield Object.fromEntries(read.map((column, index) => [column, statement.get(index)]));
        }
      } finally {
        statement.finalize();
      }
    } catch (error) {
      throw new UnusableDatabase('The database is damaged; what could be read was counted.', {
        cause: error,
      });
    }
  }

  close(): void {
    this.db.close();
  }

  /** The stored columns of a table; none where it is not a plain table. */
  plainColumns(table: string): string[] {
    try {
      const root = this.db.selectValue(
        "SELECT rootpage FROM main.sqlite_schema WHERE type = 'table' AND name = ?",
        table,
      );
      if (typeof root !== 'number' || root <= 0) return [];
      return this.db
        .selectObjects('SELECT name, hidden FROM pragma_table_xinfo(?)', table)
        .filter(({ hidden }) => hidden === 0)
        .map(({ name }) => (typeof name === 'string' ? name : ''));
    } catch (error) {
      throw new UnusableDatabase('The database’s schema cannot be read.', { cause: error });
    }
  }
}

/** Without the file systems that start workers of their own: everything happens in memory. */
function loadSqlite(): Promise<Sqlite3Static> {
  globalThis.sqlite3ApiConfig = { disable: { vfs: { opfs: true, 'opfs-vfs': true, 'opfs-wl': true } } };
  return sqlite3InitModule();
}

function harden(sqlite3: Sqlite3Static, db: Database): void {
  const { capi } = sqlite3;
  const pointer = db.pointer;
  if (pointer === undefined) throw new UnusableDatabase('The database could not be opened.');
  capi.sqlite3_db_config(pointer, capi.SQLITE_DBCONFIG_DEFENSIVE, 1, 0);
  capi.sqlite3_db_config(pointer, capi.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, 0);
  capi.sqlite3_db_config(pointer, capi.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, 0);
  capi.sqlite3_db_config(pointer, capi.SQLITE_DBCONFIG_ENABLE_VIEW, 0, 0);
  capi.sqlite3_limit(pointer, capi.SQLITE_LIMIT_LENGTH, maxValueBytes);
  capi.sqlite3_limit(pointer, capi.SQLITE_LIMIT_ATTACHED, 0);
  capi.sqlite3_limit(pointer, capi.SQLITE_LIMIT_EXPR_DEPTH, 20);
  capi.sqlite3_limit(pointer, capi.SQLITE_LIMIT_COLUMN, 100);
  let steps = 0;
  capi.sqlite3_progress_handler(
    pointer,
    instructionsPerStep,
    () => {
      steps += 1;
      return steps > maxSteps ? 1 : 0;
    },
    0,
  );
}

/** Copies the bytes into the database's own memory. Returns whether the file is of a kind that has a write-ahead log. */
function load(sqlite3: Sqlite3Static, db: Database, chunks: readonly Uint8Array[], length: number): boolean {
  const { capi, wasm } = sqlite3;
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

function check(db: Database): void {
  db.exec('PRAGMA cell_size_check = ON; PRAGMA ignore_check_constraints = ON; PRAGMA query_only = ON;');
  if (db.selectValue('PRAGMA quick_check(1)') !== 'ok') {
    throw new UnusableDatabase('The database is damaged: its own check fails.');
  }
}
