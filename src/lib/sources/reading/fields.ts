import { billedNanoUsdOf } from './agent-call';
import { maxTokensPerCounter } from '../../model/tokens';
import { asObject, asText, type FieldProblem, type JsonObject } from './json-fields';

/**
 * A record of a table or of JSON lines, whose fields are found by normalized names (`startTime` and `start_time` are
 * the same).
 */
export interface FieldReader {
  /** The first of these fields that has a value. Names must be normalized. */
  value(...names: readonly string[]): unknown;
}

/** Words that mean a blank cell. */
const wordsForNothing = new Set(['null', 'none', 'nan', 'n/a', '\\n', 'undefined']);

/** `Input (w/ Cache Write)` → `inputwcachewrite` */
export function normalised(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const knownNames = new Map<string, string>();

/** The records of a file have the same keys, so each is normalized once. The cache is bounded, for unusual files. */
function normalisedKey(name: string): string {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  const key = normalised(name);
  if (knownNames.size < 1000 && name.length < 100) knownNames.set(name, key);
  return key;
}

/** The fields of a JSON object by their normalized names. If two names collide, the first field counts. */
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

/** A name or an id; null if there is none that can be stored. */
export function textOf(record: FieldReader, ...names: readonly string[]): string | null {
  const value = record.value(...names);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  const text = asText(typeof value === 'string' ? value.trim() : value);
  return text === null || wordsForNothing.has(text.toLowerCase()) ? null : text;
}

/** A JSON object, or one that is stored as a string in a cell. */
export function objectOf(record: FieldReader, ...names: readonly string[]): JsonObject | null {
  const value = record.value(...names);
  if (typeof value !== 'string') return asObject(value);
  if (!value.startsWith('{') || value.length > 1024 * 1024) return null;
  try {
    return asObject(JSON.parse(value));
  } catch {
    // Some exports print such cells in another format. Counting tokens needs nothing else from them.
    return null;
  }
}

/** A token count: null if there is none; a problem if it isn't an integer from 0 to the largest plausible one. */
export function countOf(record: FieldReader, ...names: readonly string[]): number | null | FieldProblem {
  const value = record.value(...names);
  if (value === undefined) return null;
  const column = names[0] ?? '';
  const count = typeof value === 'string' ? readCount(value) : plausible(value);
  return count !== null && typeof count === 'object'
    ? { problem: { code: 'in-column', problem: count.problem, column } }
    : count;
}

/**
 * The cost that a tool recorded for a call, in nano-dollars. Null if it is missing or 0, which most tools write for a
 * model whose price they don't know.
 */
export function costOf(record: FieldReader, ...names: readonly string[]): number | null {
  const cost = billedCostOf(record, ...names);
  return cost === 0 ? null : cost;
}

/** What the sender of the bill charged, in nano-dollars, which may be 0. Null if it is missing. */
export function billedCostOf(record: FieldReader, ...names: readonly string[]): number | null {
  const value = record.value(...names);
  const text =
    typeof value === 'number'
      ? String(value)
      : asText(value)
          ?.trim()
          .replace(/^\$\s*/, '');
  if (text === undefined || !/^\d+(?:\.\d+)?(?:e-?\d+)?$/i.test(text)) return null;
  return billedNanoUsdOf(Number(text));
}

/** Several counts at once, with blank ones as 0; or the first problem. */
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
 * Parses an integer as exports print it: `4`, `4.0`, `1,234,567`, `1.234,0`. A single separator before exactly three
 * digits (`1,234`) could be decimal or group, so it is a problem unless `decimalSign` is known. Blank is null.
 */
export function readCount(text: string, decimalSign?: '.' | ','): number | null | FieldProblem {
  const trimmed = text.trim();
  if (trimmed === '' || wordsForNothing.has(trimmed.toLowerCase())) return null;
  if (!/^-?\d[\d.,\s'’\u00a0\u202f]*$/u.test(trimmed)) return { problem: 'count-not-a-number' };
  const digits = trimmed.replaceAll(/[\s'’\u00a0\u202f]/gu, '');
  const sign = decimalSign ?? guessedSign(digits);
  if (sign === null) return { problem: 'count-ambiguous' };
  const group = sign === '.' ? ',' : '.';
  const [whole = '', ...fractions] = digits.split(sign);
  const isGrouped = /^-?\d{1,3}([.,]\d{3})+$/.test(whole);
  if (
    fractions.length > 1 ||
    fractions.some((part) => !/^\d*$/.test(part)) ||
    !(isGrouped || /^-?\d+$/.test(whole))
  ) {
    return { problem: 'count-not-a-number' };
  }
  if (fractions.some((part) => /[1-9]/.test(part))) return { problem: 'count-not-whole' };
  return plausible(Number(whole.replaceAll(group, '')));
}

/** The decimal sign that makes sense of these digits; null if both do. */
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
  if (typeof value !== 'number' || !Number.isInteger(value)) return { problem: 'count-not-whole' };
  if (value < 0) return { problem: 'count-negative' };
  if (value > maxTokensPerCounter) return { problem: 'count-implausible' };
  return value + 0;
}
