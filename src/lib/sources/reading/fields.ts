import { maxTokensPerCounter } from '../../model/tokens';
import { asObject, asText, type FieldProblem, type JsonObject } from './json-fields';

/** A record of a table or of JSON lines, whose fields are found by normalised names (`startTime` and `start_time` are one). */
export interface FieldReader {
  /** The first of these fields that holds something; names are given normalised. */
  value(...names: readonly string[]): unknown;
}

/** Of what the source says of itself; blank cells and these words are nothing. */
const wordsForNothing = new Set(['null', 'none', 'nan', 'n/a', '\\n', 'undefined']);

/** `Input (w/ Cache Write)` → `inputwcachewrite`. */
export function normalised(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const knownNames = new Map<string, string>();

/** The records of a file have the same keys: each is normalised once. Strange files cannot make it grow for ever. */
function normalisedKey(name: string): string {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  const key = normalised(name);
  if (knownNames.size < 1000 && name.length < 100) knownNames.set(name, key);
  return key;
}

/** The fields of a JSON object by their normalised names; where two are one, the first. */
export function fieldsOf(record: JsonObject): FieldReader {
  const values = new Map<string, unknown>();
  for (const [name, value] of Object.entries(record)) {
    const key = normalisedKey(name);
    if (!values.has(key)) values.set(key, value);
  }
  return {
    value(...names) {
      for (const name of names) {
        const value = values.get(name);
        if (value !== undefined && value !== null && value !== '') return value;
      }
      return undefined;
    },
  };
}

/** A name or an id, or null where there is none that can be stored. */
export function textOf(record: FieldReader, ...names: readonly string[]): string | null {
  const value = record.value(...names);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  const text = asText(typeof value === 'string' ? value.trim() : value);
  return text === null || wordsForNothing.has(text.toLowerCase()) ? null : text;
}

/** A JSON object, also one that stands as text in a cell. */
export function objectOf(record: FieldReader, ...names: readonly string[]): JsonObject | null {
  const value = record.value(...names);
  if (typeof value !== 'string') return asObject(value);
  if (!value.startsWith('{') || value.length > 1024 * 1024) return null;
  try {
    return asObject(JSON.parse(value));
  } catch {
    // Some exports print such cells in another form; what they hold besides is not needed to count tokens.
    return null;
  }
}

/** A token count: null where there is none, a problem where it is no whole number from 0 to the largest plausible one. */
export function countOf(record: FieldReader, ...names: readonly string[]): number | null | FieldProblem {
  const value = record.value(...names);
  if (value === undefined) return null;
  const column = names[0] ?? '';
  const count = typeof value === 'string' ? readCount(value) : plausible(value);
  return count !== null && typeof count === 'object'
    ? { problem: `${count.problem} Column: ${column}.` }
    : count;
}

/** Several counts at once, blank ones as 0; the first problem where there is one. */
export function countsOf<Key extends string>(
  record: FieldReader,
  columns: Readonly<Record<Key, readonly string[]>>,
): Record<Key, number> | FieldProblem {
  const counts = {} as Record<Key, number>;
  for (const key of Object.keys(columns) as Key[]) {
    const count = countOf(record, ...columns[key]);
    if (count !== null && typeof count === 'object') return count;
    counts[key] = count ?? 0;
  }
  return counts;
}

/**
 * A whole number as exports print it: `4`, `4.0`, `1,234,567`, `1.234,0`. One sign before exactly three digits (`1,234`)
 * could be a decimal or a group, so it is a problem unless `decimalSign` is known. Blank is null.
 */
export function readCount(text: string, decimalSign?: '.' | ','): number | null | FieldProblem {
  const trimmed = text.trim();
  if (trimmed === '' || wordsForNothing.has(trimmed.toLowerCase())) return null;
  if (!/^-?\d[\d.,\s'’\u00a0\u202f]*$/u.test(trimmed)) return { problem: 'A token count is not a number.' };
  const digits = trimmed.replaceAll(/[\s'’\u00a0\u202f]/gu, '');
  const sign = decimalSign ?? guessedSign(digits);
  if (sign === null) return { problem: 'A token count can be read in two ways: a decimal or thousands.' };
  const group = sign === '.' ? ',' : '.';
  const [whole = '', ...fractions] = digits.split(sign);
  const isGrouped = /^-?\d{1,3}([.,]\d{3})+$/.test(whole);
  if (
    fractions.length > 1 ||
    fractions.some((part) => !/^\d*$/.test(part)) ||
    !(isGrouped || /^-?\d+$/.test(whole))
  ) {
    return { problem: 'A token count is not a number.' };
  }
  if (fractions.some((part) => /[1-9]/.test(part)))
    return { problem: 'A token count is not a whole number.' };
  return plausible(Number(whole.replaceAll(group, '')));
}

/** The decimal sign that makes sense of these digits, or null where both do. */
function guessedSign(digits: string): '.' | ',' | null {
  const lastDot = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  if (lastDot === -1 && lastComma === -1) return '.';
  if (lastDot !== -1 && lastComma !== -1) return lastDot > lastComma ? '.' : ',';
  const mark = lastDot === -1 ? ',' : '.';
  const other = mark === '.' ? ',' : '.';
  const parts = digits.split(mark);
  if (parts.length > 2) return other;
  return /^-?[1-9]\d{0,2}$/.test(parts[0] ?? '') && parts[1]?.length === 3 ? null : mark;
}

function plausible(value: unknown): number | FieldProblem {
  if (typeof value !== 'number' || !Number.isInteger(value))
    return { problem: 'A token count is not a whole number.' };
  if (value < 0) return { problem: 'A token count is negative.' };
  if (value > maxTokensPerCounter) return { problem: 'A token count is too large to be real.' };
  return value + 0;
}
