import { mappedFields, type TableReading } from '../../model/table-mapping';
import { isProblem } from '../reading/json-fields';
import { csvRow } from './cells';
import type { TablePreview } from './preview';
import { readRow, type RowProblem, type RowUsage } from './row';

/** What a reading makes of a preview. */
export interface MappingCheck {
  /** Columns that the reading names and the table lacks. */
  absentColumns: readonly string[];
  /** One for each row: what is read of it, why it cannot be, or null where it holds no tokens. */
  rows: readonly (RowUsage | RowProblem | null)[];
  /** Rows that can be read and hold tokens. */
  readableRows: number;
}

/** Fields without which nothing can be read: a date, and something to count. */
export function missingFields({ fields }: TableReading): ('occurredAt' | 'tokens')[] {
  const missing: ('occurredAt' | 'tokens')[] = [];
  if (fields.occurredAt === undefined) missing.push('occurredAt');
  if (fields.inputTokens === undefined && fields.outputTokens === undefined) missing.push('tokens');
  return missing;
}

/** Reads the preview's rows as the import would. */
export function checkMapping(preview: TablePreview, reading: TableReading, now: number): MappingCheck {
  const { fields } = reading;
  const named = mappedFields.flatMap((field) => fields[field] ?? []);
  const absentColumns = [...new Set(named)].filter((column) => !preview.columns.includes(column));
  const rows = preview.rows.map(({ cells }) => readRow(csvRow(preview.columns, cells), reading, now));
  const readableRows = rows.filter((row) => row !== null && !isProblem(row)).length;
  return { absentColumns, rows, readableRows };
}
