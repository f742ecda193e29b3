import type { SqlValue } from '@sqlite.org/sqlite-wasm';

/**
 * Maps SQL names to TypeScript names: snake_case to camelCase, and `is_…` to a boolean. Only this file knows both.
 */
export type RowReader = (values: readonly SqlValue[]) => Record<string, unknown>;

export function rowReader(columns: readonly string[]): RowReader {
  const fields = columns.map((column) => ({ name: camelCase(column), isFlag: column.startsWith('is_') }));
  return (values) => {
    const row: Record<string, unknown> = {};
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index];
      if (field) row[field.name] = field.isFlag ? Boolean(values[index]) : values[index];
    }
    return row;
  };
}

function camelCase(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
