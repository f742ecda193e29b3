import { firstRow } from './csv-rows';
import { normalised } from './fields';
import { encodingOf } from './text';
import { startsAsJson } from './peek';
import { topLevelKeys, type TopLevelKeys } from './top-level-keys';

const databaseMark = 'SQLite format 3\0';
/** The first bytes of the write-ahead log that exists next to a database while it is open. */
const writeAheadMark = [0x37, 0x7f, 0x06];

/** WebAssembly's memory must hold a whole database. */
export const maxDatabaseBytes = 1024 ** 3;

export const databaseTooLarge = 'database-over-1-gib';

/** Whether a file that begins like this is a SQLite database. */
export function isDatabase(start: Uint8Array): boolean {
  return startsWith(start, new TextEncoder().encode(databaseMark));
}

/** Whether a file that begins like this is a write-ahead log. */
export function isWriteAheadLog(start: Uint8Array): boolean {
  return startsWith(start, writeAheadMark);
}

/** Decodes a part of a file: UTF-8, UTF-16 or, if it is neither, Windows-1252. Marks and NULs are dropped. */
export function decodeHead(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  const text = encoding === 'utf-8' ? decodeUtf8(bytes) : new TextDecoder(encoding).decode(bytes);
  return /[\0\ufeff]/.test(text) ? text.replaceAll(/[\0\ufeff]/g, '') : text;
}

/**
 * The start of a file, or a window of it, for sources to recognize. Every source checks every file, so shared results
 * are computed once.
 */
export class FileHead {
  readonly text: string;
  /** The path of the file, separated by `/`; only a hint. */
  readonly path: string;

  constructor(text: string, path: string) {
    this.text = text;
    this.path = path;
  }

  static of(bytes: Uint8Array, path: string): FileHead {
    return new FileHead(decodeHead(bytes), path);
  }

  get startsAsJson(): boolean {
    return this.once('startsAsJson', () => startsAsJson(this.text));
  }

  /** The lines; the first and the last may be truncated. */
  get lines(): readonly string[] {
    return this.once('lines', () => this.text.split('\n'));
  }

  /** The keys of the first JSON object, each with its value if that is a string; empty if there is none. */
  get keys(): TopLevelKeys {
    return this.once('keys', () => topLevelKeys(this.text));
  }

  /** The keys of the JSON object on each line. */
  get keysOfLines(): readonly TopLevelKeys[] {
    return this.once('keysOfLines', () =>
      this.lines.map((line) => topLevelKeys(line)).filter(({ size }) => size > 0),
    );
  }

  /** The normalized column names of the first row; empty if this doesn't look like a table. */
  get columns(): ReadonlySet<string> {
    return this.once('columns', () => columnsOf(this.text));
  }

  /** The normalized field names of the first record: a table's columns, or the keys of the first JSON object. */
  get fields(): ReadonlySet<string> {
    return this.once('fields', () => (this.startsAsJson ? fieldsOfJson(this.text, this.keys) : this.columns));
  }

  private readonly found = new Map<string, unknown>();

  private once<Value>(name: string, find: () => Value): Value {
    if (!this.found.has(name)) this.found.set(name, find());
    return this.found.get(name) as Value;
  }
}

/** The normalized column names of the table that begins like this; empty if it doesn't look like one. */
export function columnsOf(text: string): ReadonlySet<string> {
  // Every export checks every log, and splitting its first line into cells would take longer than reading it.
  if (startsAsJson(text)) return new Set();
  const cells = firstRow(text);
  return new Set(cells.length < 2 ? [] : cells.map(normalised));
}

/** APIs return a page of records under `data`, `result` or `results`. */
function fieldsOfJson(text: string, keys: TopLevelKeys): ReadonlySet<string> {
  const page = ['data', 'result', 'results'].some((key) => keys.has(key));
  const inside = page ? /"(?:data|results?)"\s*:\s*(?=\[)/.exec(text) : null;
  const ofRecord = inside === null ? keys : topLevelKeys(text.slice(inside.index + inside[0].length));
  return new Set([...ofRecord.keys()].map(normalised));
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    // The last character may be truncated.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function startsWith(bytes: Uint8Array, start: ArrayLike<number>): boolean {
  return Array.from(start).every((byte, index) => bytes[index] === byte);
}
