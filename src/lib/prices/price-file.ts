import * as v from 'valibot';
import { TokentabError } from '../model/errors';
import { fromGenaiData, genaiData } from './genai-table';
import { fromLitellmData, litellmData } from './litellm-table';
import type { PriceTable } from './price-table';

/** In characters; both kinds of file are much smaller. */
export const maxPriceFileLength = 20_000_000;
const maxDepth = 30;

/**
 * Reads a price table from a user's file: `data.json` of genai-prices or `model_prices_and_context_window.json` of
 * LiteLLM. Its date is the day on which it is added, because neither contains one.
 * @throws `BadInput`, which says which file to use instead
 */
export function parsePriceFile(text: string, addedAt: number): PriceTable {
  const date = new Date(addedAt).toISOString().slice(0, 10);
  const about = (name: string) => ({ name, version: date, date });
  const data = parse(text);
  if (Array.isArray(data)) {
    const parsed = v.safeParse(genaiData, data, { abortEarly: true });
    if (!parsed.success) throw unusable();
    return fromGenaiData(parsed.output, about('genai-prices'));
  }
  const parsed = v.safeParse(litellmData, data, { abortEarly: true });
  const table = parsed.success ? fromLitellmData(parsed.output, about('LiteLLM')) : null;
  if (table === null) throw unusable();
  return table;
}

function parse(text: string): unknown {
  if (text.length > maxPriceFileLength || isTooDeep(text)) throw unusable();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw unusable();
  }
}

/** Checked before parsing. Brackets inside strings don't count. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInside = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '\\') at += 1;
    else if (letter === '"') isInside = !isInside;
    else if (!isInside && (letter === '{' || letter === '[')) depth += 1;
    else if (!isInside && (letter === '}' || letter === ']')) depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

function unusable(): TokentabError {
  return new TokentabError('BadInput', 'not-a-price-table');
}
