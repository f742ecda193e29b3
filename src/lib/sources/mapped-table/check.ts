import { mappedFields, type TableReading } from '../../model/table-mapping';
import { isProblem } from '../reading/json-fields';
import { csvRow } from './cells';
import type { TablePreview } from './preview';
import { readRow, type RowProblem, type RowUsage } from './row';

/** The result of applying a mapping to a preview. */
export interface MappingCheck {
  /** Columns that the mapping uses but the table lacks. */
  absentColumns: readonly string[];
  /** For each row: what is read from it, why it can't be read, or null if it contains no tokens. */
  rows: readonly (RowUsage | RowProblem | null)[];
  /** The number of rows that can be read and contain tokens. */
  readableRows: number;
}

/** The required fields that aren't mapped: a date, and something to count. */
export function missingFields({ fields }: TableReading): ('occurredAt' | 'tokens')[] {
  const missing: ('occurredAt' | 'tokens')[] = [];
  if (fields.occurredAt === undefined) missing.push('occurredAt');
  if (fields.inputTokens === undefined && fields.outputTokens === undefined) missing.push('tokens');
  return missing;
}

/** Reads the preview's rows as an import would. */
export function checkMapping(preview: TablePreview, reading: TableReading, now: number): MappingCheck {
  const { fields } = reading;
  const named = mappedFields.flatMap((field) => fields[field] ?? []);
  const absentColumns = [...new Set(named)].filter((column) => !preview.columns.includes(column));
  const rows = preview.rows.map(({ cells }) => readRow(csvRow(preview.columns, cells), reading, now));
  const readableRows = rows.filter((row) => row !== null && !isProblem(row)).length;
  return { absentColumns, rows, readableRows };
}
