import type { Database, SqlValue } from '@sqlite.org/sqlite-wasm';
import { openUntrusted } from './load-untrusted';
import { Stopwatch, type Clock } from './stopwatch';
import { UnusableDatabase } from './unusable-database';

/** After this many consecutive row ids that can't be read, the table is assumed to end. */
const mostMissed = 20_000;

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
    const stopwatch = new Stopwatch(clock);
    const { db, hadWriteAheadLog } = await openUntrusted(chunks, stopwatch);
    return new UntrustedDatabase(db, stopwatch, hadWriteAheadLog);
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
