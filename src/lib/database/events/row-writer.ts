import type { Connection } from '../context';
import { boundStatement, type BoundValue } from '../sql/bound-statement';
import { all } from '../sql/statements';
import { Dimensions } from './dimensions';
import { keyText, type EventKey } from './event-key';
import { describingColumns, rowValues, storedColumns, type EventRow, type Origin } from './event-columns';

/** For each statement SQLite copies the pages that it changes, to undo it alone: rows that share a statement share them. */
const rowsPerStatement = 32;

const row = `(${storedColumns.map(() => '?').join(', ')})`;
const insertOf = (rows: number): string => `INSERT INTO event_rows (${storedColumns.join(', ')})
  VALUES ${Array.from({ length: rows }, () => row).join(', ')} ON CONFLICT (key) DO NOTHING`;
const [insertOne, insertMany] = [insertOf(1), insertOf(rowsPerStatement)];
const [, ...changing] = describingColumns;
const replace = `UPDATE event_rows SET ${changing.map((column, index) => `${column} = ?${index + 1}`).join(', ')},
  updated_after = ?${changing.length + 1} - created_at WHERE id = ?${changing.length + 2}`;

/** Writes events of one origin. Use for one transaction only, like its `Dimensions`. */
export class RowWriter {
  readonly #connection: Connection;
  readonly #origin: Origin;
  readonly #ids: Dimensions;

  constructor(connection: Connection, origin: Origin) {
    this.#connection = connection;
    this.#origin = origin;
    this.#ids = new Dimensions(connection);
  }

  /** False if an event with this key exists. */
  insert(row: EventRow): boolean {
    return boundStatement(this.#connection, insertOne).run(this.#newValues(row)) > 0;
  }

  /**
   * The same for many rows, of which a bulk insert adds the sums to the rollups (`bulk_inserts`).
   * @returns the rows that were not inserted because an event with their key exists, in their order
   */
  insertAll(rows: readonly EventRow[]): EventRow[] {
    return withoutTriggers(this.#connection, () => {
      const known: EventRow[] = [];
      for (let start = 0; start < rows.length; start += rowsPerStatement) {
        const some = rows.slice(start, start + rowsPerStatement);
        const isWhole = some.length === rowsPerStatement;
        known.push(...(isWhole ? this.#insertMany(some) : some.filter((row) => !this.insert(row))));
      }
      return known;
    });
  }

  #insertMany(rows: EventRow[]): EventRow[] {
    const values: BoundValue[] = [];
    // Faster than flatMap, by a tenth of the whole insert.
    for (const row of rows) values.push(...this.#newValues(row));
    const inserted = boundStatement(this.#connection, insertMany).run(values);
    if (inserted === rows.length) return [];
    if (inserted === 0) return rows;
    // New rows have the highest ids. Of rows with the same key, the first one was inserted.
    const newest = 'SELECT key FROM event_rows ORDER BY id DESC LIMIT ?';
    const keys = new Set(
      all<{ key: EventKey }>(this.#connection, newest, [inserted]).map(({ key }) => keyText(key)),
    );
    return rows.filter(({ key }) => !keys.delete(keyText(key)));
  }

  #newValues(row: EventRow): BoundValue[] {
    const values = rowValues(row, this.#ids, this.#origin);
    values.push(this.#origin.createdAt, 0);
    return values;
  }

  /** Replaces all of a stored event except its key and creation time. `id` is the row id. */
  replace(id: number, row: EventRow): void {
    const [, ...values] = rowValues(row, this.#ids, this.#origin);
    boundStatement(this.#connection, replace).run([...values, this.#origin.createdAt, id]);
  }

  session({ event, family }: EventRow): number | null {
    return this.#ids.session(this.#origin.source, event.sessionId, family);
  }

  kind({ event, kind }: EventRow): number {
    return this.#ids.kind(this.#origin.source, event, kind);
  }

  get importNumber(): number | null {
    return this.#ids.import(this.#origin.importId);
  }
}

/**
 * In a bulk insert, the triggers of `event_rows` find out for each row that they have nothing to do, which takes as long as
 * a fifth of the insert.
 */
function withoutTriggers<Result>({ sqlite3, db }: Connection, work: () => Result): Result {
  const { capi, oo1 } = sqlite3;
  const enable = (isEnabled: number): void => {
    const address = db.pointer;
    if (address !== undefined)
      oo1.DB.checkRc(db, capi.sqlite3_db_config(address, capi.SQLITE_DBCONFIG_ENABLE_TRIGGER, isEnabled, 0));
  };
  enable(0);
  try {
    return work();
  } finally {
    enable(1);
  }
}
