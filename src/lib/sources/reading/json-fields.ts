import type { Problem } from '../../model/problem';
import { maxTokensPerCounter } from '../../model/tokens';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Why a field can't be used: a plain sentence without any of the field's content. */
export interface FieldProblem {
  problem: Problem;
}

export function isProblem(value: object): value is FieldProblem {
  return 'problem' in value;
}

/** Longer strings aren't names or paths but broken data. */
const maxTextLength = 4096;

const decoder = new TextDecoder();

/** The JSON object in `bytes[start, end)`, or null if there is none. */
export function parseObject(bytes: Uint8Array, start: number, end: number): JsonObject | null {
  try {
    return asObject(JSON.parse(decoder.decode(bytes.subarray(start, end))));
  } catch {
    // The caller reports the problem with its line; the parser's own message would quote the content.
    return null;
  }
}

export function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** A string that can be stored; null if it is missing, empty, too long or not a string. */
export function asText(value: unknown): string | null {
  if (typeof value !== 'string' || value === '' || value.length > maxTextLength) return null;
  // SQLite's JSON functions end a text at NUL, and half a surrogate pair isn't valid UTF-8.
  return value.includes('\0') || !value.isWellFormed() ? null : value;
}

/** A number or a string that identifies something; null for anything else, which can't be part of a key. */
export function asName(value: unknown): string | number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : asText(value);
}

/** Whether there is a value, but not a string that can be stored. */
export function isBadText(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && asText(value) === null;
}

/**
 * Token counts by their keys. Missing and null are 0. Anything but an integer from 0 to the largest plausible one is
 * a problem.
 */
export function readCounters<Key extends string>(
  record: JsonObject,
  keys: readonly Key[],
): Record<Key, number> | FieldProblem {
  const counters = {} as Record<Key, number>;
  for (const key of keys) {
    const value = record[key] ?? 0;
    if (typeof value !== 'number') return { problem: { code: 'field-not-a-number', field: key } };
    if (!Number.isInteger(value) || value < 0) {
      return { problem: { code: 'field-not-a-count', field: key } };
    }
    if (value > maxTokensPerCounter) {
      return { problem: { code: 'field-implausible', field: key } };
    }
    // Adding 0 turns -0 into 0.
    counters[key] = value + 0;
  }
  return counters;
}
