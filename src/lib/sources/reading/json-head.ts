import { asObject, type JsonObject } from './json-fields';

/** An object, and the line on which it begins, from 1. */
export interface HeadRecord {
  record: JsonObject;
  line: number;
}

/**
 * Finds the first complete objects in the start of a file: JSON lines, or the elements of an array, over any number
 * of lines. Skips what is broken or cut off.
 */
export function firstRecords(head: string, most: number): HeadRecord[] {
  const found: HeadRecord[] = [];
  let line = 1;
  let depth = 0;
  let start = { at: 0, line: 1 };
  const mark = /["{}\n]/g;
  for (let match = mark.exec(head); match !== null && found.length < most; match = mark.exec(head)) {
    if (match[0] === '\n') line += 1;
    else if (match[0] === '{') {
      if (depth === 0) start = { at: match.index, line };
      depth += 1;
    } else if (match[0] === '}' && depth > 0) {
      depth -= 1;
      const record = depth === 0 ? asObject(parse(head.slice(start.at, mark.lastIndex))) : null;
      if (record !== null) found.push({ record, line: start.line });
    } else if (match[0] === '"' && depth > 0) {
      const end = endOfText(head, mark.lastIndex);
      // A JSON string can't contain a line break, so this one never closes, and whatever contains it is broken.
      if (head[end] !== '"') depth = 0;
      mark.lastIndex = head[end] === '"' ? end + 1 : end;
    }
  }
  return found;
}

/** A list nested deeper than this isn't a list of rows. */
const deepestList = 16;

/**
 * Parses a truncated document, with only the complete elements of its lists; everything after the cut is missing.
 * Null if it isn't JSON, or no list in it has begun.
 */
export function startOfDocument(head: string): unknown {
  const open: string[] = [];
  let whole: { end: number; closing: string } | null = null;
  const mark = /["{}[\]]/g;
  for (let match = mark.exec(head); match !== null; match = mark.exec(head)) {
    const [found] = match;
    if (found === '"') {
      const end = endOfText(head, mark.lastIndex);
      if (head[end] !== '"') break;
      mark.lastIndex = end + 1;
    } else if (found === '{' || found === '[') open.push(found === '{' ? '}' : ']');
    else if (open.pop() !== found || open.length === 0) break;
    else if (found === '}' && open.at(-1) === ']' && open.length <= deepestList)
      whole = { end: mark.lastIndex, closing: open.toReversed().join('') };
  }
  return whole === null ? null : parse(head.slice(0, whole.end) + whole.closing);
}

/** The index of the closing quote, or of the line end before it, or the end of the head. */
function endOfText(head: string, from: number): number {
  let at = from;
  while (at < head.length && head[at] !== '"' && head[at] !== '\n') at += head[at] === '\\' ? 2 : 1;
  return at;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The object is broken; others may follow.
    return null;
  }
}
