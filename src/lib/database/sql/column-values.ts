import type { PreparedStatement, SqlValue } from '@sqlite.org/sqlite-wasm';
import type { Connection } from '../context';

/** SQLite's codes for column types (SQLITE_INTEGER and so on). */
const types = { integer: 1, float: 2, text: 3, null: 5 } as const;

/** The subset of SQLite's C functions used here. A statement is identified by its address. */
interface Columns {
  sqlite3_column_type(statement: number, column: number): number;
  sqlite3_column_double(statement: number, column: number): number;
  sqlite3_column_text(statement: number, column: number): number;
}

/**
 * The values of the current row, like `statement.get([])` but in a quarter of the time: SQLite's wrapper checks each
 * argument of every call and converts integers via BigInt. Integers beyond 2^53 would be rounded here; the
 * schema has none.
 */
export function valuesOf(
  { sqlite3 }: Connection,
  statement: PreparedStatement,
  columnCount: number,
): SqlValue[] {
  const { wasm } = sqlite3;
  const columns = wasm.exports as unknown as Columns;
  const address = statement.pointer as unknown as number;
  return Array.from({ length: columnCount }, (_, column): SqlValue => {
    switch (columns.sqlite3_column_type(address, column)) {
      case types.integer:
      case types.float:
        return columns.sqlite3_column_double(address, column);
      case types.text:
        return wasm.cstrToJs(columns.sqlite3_column_text(address, column));
      case types.null:
        return null;
      default:
        return statement.get(column);
    }
  });
}
