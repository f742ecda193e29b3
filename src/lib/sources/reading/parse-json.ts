import { asObject, type JsonObject } from './json-fields';

/** The JSON object that a text holds, or null where there is none. */
export function parseJson(text: unknown): JsonObject | null {
  if (typeof text !== 'string') return null;
  try {
    return asObject(JSON.parse(text));
  } catch {
    // The parser's own message would quote the content.
    return null;
  }
}
