import { asObject, type JsonObject } from './json-fields';

/** An object and the line on which it begins, from 1. */
export interface HeadRecord {
  record: JsonObject;
  line: number;
}

/**
 * The first whole objects of a file of which only the start is here: of JSON lines, or the elements of an array, over any
 * number of lines. What is broken or cut off is passed over.
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
      // No text of JSON holds a line end: this one never closes, and what it is in is broken.
      if (head[end] !== '"') depth = 0;
      mark.lastIndex = head[end] === '"' ? end + 1 : end;
    }
  }
  return found;
}

/** A list deeper than this is none of rows. */
const deepestList = 16;

/**
 * A document that is cut off, as far as the elements of its lists are whole; null where it is none, or no list in it has
 * begun. What stands behind the cut is missing in it.
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

/** The place of the quote that closes, of the line's end before it, or behind the head. */
function endOfText(head: string, from: number): number {
  let at = from;
  while (at < head.length && head[at] !== '"' && head[at] !== '\n') at += head[at] === '\\' ? 2 : 1;
  return at;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Broken: others follow.
    return null;
  }
}
