import type { Database, PreparedStatement } from '@sqlite.org/sqlite-wasm';
import type { Connection } from '../context';

export type BoundValue = number | string | null | Uint8Array;

/** The subset of SQLite's C functions used here. Statements are identified by address; parameters count from 1. */
interface Binding {
  sqlite3_bind_int(statement: number, index: number, value: number): number;
  sqlite3_bind_double(statement: number, index: number, value: number): number;
  sqlite3_bind_null(statement: number, index: number): number;
  sqlite3_bind_blob(
    statement: number,
    index: number,
    address: number,
    length: number,
    destructor: number,
  ): number;
  sqlite3_step(statement: number): number;
  sqlite3_reset(statement: number): number;
  sqlite3_changes(database: number): number;
}

const maxInt = 0x7fff_ffff;
/** The size of a key. Other blobs use SQLite's wrapper. */
const keyBytes = 16;

const statements = new WeakMap<Database, Map<string, BoundStatement>>();

/** A statement that changes rows, prepared once per connection and text; closing the connection finalizes it. */
export function boundStatement(connection: Connection, sql: string): BoundStatement {
  let known = statements.get(connection.db);
  if (!known) statements.set(connection.db, (known = new Map<string, BoundStatement>()));
  let statement = known.get(sql);
  if (!statement) known.set(sql, (statement = new BoundStatement(connection, sql)));
  return statement;
}

/**
 * Runs one statement many times with different values, about ten times as fast as SQLite's wrapper, which checks each
 * argument of every call and converts large integers via BigInt. Here they are bound as floating point numbers,
 * which INTEGER columns convert back. Integers beyond 2^53 would be rounded; the schema has none.
 */
class BoundStatement {
  readonly #connection: Connection;
  readonly #statement: PreparedStatement;
  readonly #functions: Binding;
  readonly #address: number;
  /** Where the keys are while the statement runs: there is room for one in each parameter. */
  readonly #keys: number;
  #heap: Uint8Array = new Uint8Array(0);

  constructor(connection: Connection, sql: string) {
    this.#connection = connection;
    this.#statement = connection.db.prepare(sql);
    const functions: unknown = connection.sqlite3.wasm.exports;
    this.#functions = functions as Binding;
    this.#address = this.#statement.pointer as unknown as number;
    this.#keys = connection.sqlite3.wasm.alloc(keyBytes * this.#statement.parameterCount);
  }

  /** @returns the number of rows changed, not counting triggers */
  run(values: readonly BoundValue[]): number {
    for (let index = 0; index < values.length; index += 1) this.#bind(index + 1, values[index] ?? null);
    const { sqlite3, db } = this.#connection;
    const { SQLITE_DONE } = sqlite3.capi;
    const result = this.#functions.sqlite3_step(this.#address);
    if (result !== SQLITE_DONE) {
      this.#functions.sqlite3_reset(this.#address);
      sqlite3.oo1.DB.checkRc(db, result);
    }
    this.#functions.sqlite3_reset(this.#address);
    return this.#functions.sqlite3_changes(db.pointer as unknown as number);
  }

  #bind(index: number, value: BoundValue): void {
    const functions = this.#functions;
    if (value === null) functions.sqlite3_bind_null(this.#address, index);
    else if (typeof value === 'number') {
      if (Number.isInteger(value) && Math.abs(value) <= maxInt)
        functions.sqlite3_bind_int(this.#address, index, value);
      else functions.sqlite3_bind_double(this.#address, index, value);
    } else if (typeof value !== 'string' && value.length === keyBytes) {
      // Growing the memory detaches the view, which is then empty.
      if (this.#heap.length === 0) this.#heap = this.#connection.sqlite3.wasm.heap8u();
      const address = this.#keys + keyBytes * (index - 1);
      this.#heap.set(value, address);
      // 0 is SQLITE_STATIC: the bytes stay where they are until the statement has run.
      functions.sqlite3_bind_blob(this.#address, index, address, keyBytes, 0);
    } else this.#statement.bind(index, value);
  }
}
