import { toCsv } from '../../model/csv';

export interface ExtractedDocument {
  fileName: string;
  values: unknown;
}

/** A result without what the document doesn't contain: nulls, empty strings, empty lists and objects. */
function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks).filter((each) => !isBlank(each));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, withoutBlanks(each)] as const);
  return Object.fromEntries(entries.filter(([, each]) => !isBlank(each)));
}

function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

const resumeSchema = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/** One CV as a JSON Resume file. */
export function jsonResume(values: unknown): string {
  return `${JSON.stringify({ $schema: resumeSchema, ...(withoutBlanks(values) as object) }, null, 2)}\n`;
}

export function asJson(documents: readonly ExtractedDocument[]): string {
  return `${JSON.stringify(documents.map(lineOf), null, 2)}\n`;
}

/** One document per line. */
export function asJsonLines(documents: readonly ExtractedDocument[]): string {
  return documents.map((each) => `${JSON.stringify(lineOf(each))}\n`).join('');
}

function lineOf({ fileName, values }: ExtractedDocument): object {
  return { file: fileName, values };
}

/**
 * One document per row. Nested values get separate columns, such as `work.0.name`; lists of strings are joined.
 */
export function asCsv(documents: readonly ExtractedDocument[]): string {
  const rows = documents.map(({ fileName, values }) => ({ file: fileName, ...cellsOf(values) }));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return toCsv([columns, ...rows.map((row: Cells) => columns.map((column) => row[column] ?? null))]);
}

type Cells = Record<string, string | number>;

function cellsOf(value: unknown, path = ''): Cells {
  if (typeof value === 'string' || typeof value === 'number') return { [path]: value };
  if (typeof value === 'boolean') return { [path]: String(value) };
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    return value.length === 0 ? {} : { [path]: value.join('; ') };
  }
  if (typeof value !== 'object' || value === null) return {};
  const inner = (key: string) => (path === '' ? key : `${path}.${key}`);
  return Object.assign({}, ...Object.entries(value).map(([key, each]) => cellsOf(each, inner(key)))) as Cells;
}
