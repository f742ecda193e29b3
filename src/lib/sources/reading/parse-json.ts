import { asObject, type JsonObject } from './json-fields';

/** The JSON object in a string, or null if there is none. */
export function parseJson(text: unknown): JsonObject | null {
  if (typeof text !== 'string') return null;
  try {
    return asObject(JSON.parse(text));
  } catch {
    // The parser's own message would quote the content.
    return null;
  }
}
