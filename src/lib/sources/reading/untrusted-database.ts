import type { PlainProblem } from '../../model/problem';
import sqlite3InitModule, { type Database, type SqlValue, type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { databaseTooLarge, maxDatabaseBytes } from './head';

/** In bytes: no value that a source reads comes close to it. */
const maxValueBytes = 16 * 1024 * 1024;

/**
 * How many instructions SQLite runs between two checks of the clock. In a hostile schema, one instruction can take
 * milliseconds.
 */
const instructionsPerLook = 1_000;
/** The time limit for SQLite's own work on one statement; a gigabyte takes a few seconds. */
const maxMilliseconds = 10_000;

/** After this many consecutive row ids that can't be read, the table is assumed to end. */
const mostMissed = 20_000;

/** The file can't be used. */
export class UnusableDatabase extends Error {
  override name = 'UnusableDatabase';
  readonly problem: PlainProblem;

  constructor(problem: PlainProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

let loading: Promise<Sqlite3Static> | null = null;

/** Monotonic milliseconds. */
export type Clock = () => number;

/**
 * A SQLite file of unknown origin, opened in memory: read-only, in defensive mode, with an untrusted schema. Each
 * table is checked before it is read. Nothing in the file is ever executed: only plain columns of plain tables are
 * read.
 */
export class UntrustedDatabase {
  /** The file may have had a write-ahead log, whose rows are missing from the file. */
  readonly hadWriteAheadLog: boolean;
  private readonly db: Database;
  private readonly stopwatch: Stopwatch;
  private readonly checked = new Set<string>();

  private constructor(db: Database, stopwatch: Stopwatch, hadWriteAheadLog: boolean) {
    this.db = db;
    this.stopwatch = stopwatch;
    this.hadWriteAheadLog = hadWriteAheadLog;
  }

  /** Throws `UnusableDatabase`. */
  static async open(
    chunks: readonly Uint8Array[],
    clock: Clock = () => performance.now(),
  ): Promise<UntrustedDatabase> {
    loading ??= loadSqlite();
    const sqlite3 = await loading;
    const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    if (length > maxDatabaseBytes) throw new UnusableDatabase(databaseTooLarge);
    const db = new sqlite3.oo1.DB(':memory:');
    const stopwatch = new Stopwatch(clock);
    try {
      harden(sqlite3, db, stopwatch);
      const hadWriteAheadLog = load(sqlite3, db, chunks, length);
      stopwatch.reset();
      stopwatch.run(() => readSchema(db));
      return new UntrustedDatabase(db, stopwatch, hadWriteAheadLog);
    } catch (error) {
      db.close();
      throw stopwatch.explain(error, 'not-a-database');
    }
  }

  /**
   * Yields the rows with those of the named columns that exist; none if there is no such plain table. Views, virtual
   * tables and generated columns would execute what the file says. Throws `UnusableDatabase`.
   */
  *rows(table: string, columns: readonly string[]): Generator<Record<string, SqlValue>> {
    const known = this.plainColumns(table);
    const read = columns.filter((column) => known.includes(column));
    if (read.length === 0) return;
    this.check(table);
    this.stopwatch.reset();
    try {
      // Safe to insert: both names are our own constants and exist in the schema.
      const statement = this.db.prepare(`SELECT ${read.join(', ')} FROM main.${table} NOT INDEXED`);
      try {
        while (this.stopwatch.run(() => statement.step())) {
          yield Object.fromEntries(read.map((column, index) => [column, statement.get(index)]));
        }
      } finally {
        statement.finalize();
      }
    } catch (error) {
      throw this.stopwatch.explain(error, 'database-damaged');
    }
  }

  close(): void {
    this.db.close();
  }

  /** The stored columns of a table; empty if it isn't a plain table. */
  plainColumns(table: string): string[] {
    this.stopwatch.reset();
    return this.stopwatch.run(() => this.findColumns(table));
  }

  private findColumns(table: string): string[] {
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
      throw this.stopwatch.explain(error, 'database-schema-unreadable');
    }
  }

  /**
   * Like `rows`, without the check: skips everything that can't be read of a damaged table. In a table without row
   * ids, only the rows before and after the damage are found. Returns whether something was skipped.
   */
  *salvageRows(table: string, columns: readonly string[]): Generator<Record<string, SqlValue>, boolean> {
    const known = this.plainColumns(table);
    const read = columns.filter((column) => known.includes(column));
    if (read.length === 0) return false;
    const toRow = (values: readonly (SqlValue | undefined)[]) =>
      Object.fromEntries(read.map((column, index) => [column, values[index] ?? null]));
    const from = `FROM main.${table} NOT INDEXED`;
    if (!this.hasRowIds(table)) {
      for (const order of ['ASC', 'DESC']) {
        try {
          const rows = this.step(`SELECT ${read.join(', ')} ${from} ORDER BY ${read[0] ?? ''} ${order}`);
          for (const values of rows) yield toRow(values);
          return order === 'DESC';
        } catch {
          // The other end may still be readable.
        }
      }
      return true;
    }
    let last = 0;
    let missed = 0;
    let isWhole = true;
    while (missed <= mostMissed) {
      try {
        const rows = this.step(
          `SELECT rowid, ${read.join(', ')} ${from} WHERE rowid > ${last + missed} ORDER BY rowid`,
        );
        for (const [rowId, ...values] of rows) {
          last = Number(rowId);
          missed = 0;
          yield toRow(values);
        }
        return !isWhole;
      } catch {
        // This row, or its page, can't be read; the next one may be readable.
        isWhole = false;
        missed += 1;
      }
    }
    return true;
  }

  private hasRowIds(table: string): boolean {
    try {
      return this.db.selectValue('SELECT wr FROM pragma_table_list(?)', table) !== 1;
    } catch {
      return true;
    }
  }

  private *step(sql: string): Generator<SqlValue[]> {
    this.stopwatch.reset();
    const statement = this.stopwatch.run(() => this.db.prepare(sql));
    try {
      while (this.stopwatch.run(() => statement.step())) yield statement.get([]);
    } finally {
      statement.finalize();
    }
  }

  /** A field of the file's header; 0 if it isn't set. */
  header(field: 'user_version' | 'application_id'): number {
    this.stopwatch.reset();
    return Number(this.stopwatch.run(() => this.db.selectValue(`PRAGMA main.${field}`)));
  }

  /** Checks the whole file, for one that was combined from two. Throws `UnusableDatabase`. */
  checkAll(): void {
    this.runCheck('PRAGMA main.quick_check(1)');
  }

  /** Runs SQLite's own check on one table, so that tables nobody reads cost nothing. */
  private check(table: string): void {
    if (this.checked.has(table)) return;
    this.checked.add(table);
    this.runCheck(`PRAGMA main.quick_check(${table})`);
  }

  private runCheck(pragma: string): void {
    this.stopwatch.reset();
    const failure = 'database-check-fails';
    try {
      const found = this.stopwatch.run(() => this.db.selectValue(pragma));
      if (found !== 'ok') throw new UnusableDatabase(failure);
    } catch (error) {
      throw this.stopwatch.explain(error, failure);
    }
  }
}

/** Measures the time that SQLite itself spends on one statement, and aborts the statement if it is too long. */
class Stopwatch {
  private readonly clock: Clock;
  private spent = 0;
  private startedAt: number | null = null;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Call before another statement. */
  reset(): void {
    this.spent = 0;
  }

  run<Result>(work: () => Result): Result {
    this.startedAt = this.clock();
    try {
      return work();
    } finally {
      this.spent += this.clock() - this.startedAt;
      this.startedAt = null;
    }
  }

  get isOver(): boolean {
    const running = this.startedAt === null ? 0 : this.clock() - this.startedAt;
    return this.spent + running > maxMilliseconds;
  }

  /** The error to report for an error of SQLite. */
  explain(error: unknown, otherwise: PlainProblem): UnusableDatabase {
    if (error instanceof UnusableDatabase) return error;
    const reason = this.isOver ? 'database-too-slow' : otherwise;
    return new UnusableDatabase(reason, { cause: error });
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
