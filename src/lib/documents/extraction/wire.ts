import { maxTokensPerCounter } from '../../model/tokens';

/** Data from a server can be anything; these functions accept only what is valid. */

/** Undefined if it isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** A token count as a server reports it; 0 if it reports none, or one that no call can have. */
export function asCount(value: unknown): number {
  const isCount = Number.isSafeInteger(value) && (value as number) > 0;
  return isCount && (value as number) <= maxTokensPerCounter ? (value as number) : 0;
}

/**
 * The model's name as a server reports it. The database stores it, so prose isn't accepted: a server could repeat a
 * part of the document there.
 */
export function asModelName(value: unknown): string | null {
  return typeof value === 'string' && /^\S{1,200}$/.test(value) ? value : null;
}

export function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
