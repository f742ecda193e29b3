/**
 * Extracts the few wanted fields from lines of JSON, most of which is content. Written in AssemblyScript, compiled to
 * WebAssembly by `scripts/assembly.mjs`, and used by `src/lib/sources/reading/field-picker.ts`.
 *
 * For each line that contains one of the given texts, it writes an object with the wanted fields, bytes and order
 * unchanged. It validates every byte: what it accepts, `JSON.parse` accepts. A line that it doesn't understand isn't
 * necessarily invalid, so it only returns where that line is.
 */

/** The address of the tables that the page writes. Also their maximum size: one page of WebAssembly memory. */
const TABLES: usize = 65536;
const INPUT: usize = 2 * TABLES;
/** SIMD loads may read up to 16 bytes past the end. */
const PADDING: usize = 64;

/** An entry is a line's number, then its start and end if the caller must parse it, otherwise two zeros. */
const ENTRY: usize = 12;
const MOST_ENTRIES: i32 = 16384;

const DEEPEST: i32 = 100;

const NEWLINE: u8 = 0x0a;
const QUOTE: u8 = 0x22;
const COMMA: u8 = 0x2c;
const COLON: u8 = 0x3a;
const BACKSLASH: u8 = 0x5c;
const OPENING_BRACKET: u8 = 0x5b;
const CLOSING_BRACKET: u8 = 0x5d;
const OPENING_BRACE: u8 = 0x7b;
const CLOSING_BRACE: u8 = 0x7d;

/** The position in the current line, and the end of that line. */
let at: usize = 0;
let lineEnd: usize = 0;
/** The address of the next output byte. */
let out: usize = 0;

/** The address of the texts to search for: each a length and its bytes, then 0. */
let needles: usize = 0;
/** Lines with this text in their first `notWithin` bytes are skipped. */
let notWanted: usize = 0;
let notWithin: usize = 0;

export let entries: i32 = 0;
export let entriesAt: usize = 0;
export let jsonAt: usize = 0;
export let jsonLength: i32 = 0;
/** The number of lines that the last call processed. */
export let lines: i32 = 0;

/** Allocates memory for `length` bytes of input and their output. Returns the address of the input. */
export function reserve(length: i32): usize {
  const needed = INPUT + <usize>length * 2 + PADDING * 2 + ENTRY * MOST_ENTRIES;
  const pages = <i32>((needed + 65535) >> 16);
  if (memory.size() < pages) memory.grow(pages - memory.size());
  return INPUT;
}

/** Returns the address of the tables, which begin with the wanted fields (see `findField`). */
export function tables(): usize {
  if (memory.size() < 2) memory.grow(2 - memory.size());
  return TABLES;
}

export function lookFor(needlesAt: usize, notWantedAt: usize, within: usize): void {
  needles = needlesAt;
  notWanted = notWantedAt;
  notWithin = within;
}

/**
 * Processes the lines from `from` to `to`, which must be complete. Returns where it stopped: before `to` if there was
 * no space for more entries.
 */
export function pick(from: usize, to: usize): usize {
  entries = 0;
  lines = 0;
  entriesAt = (to + PADDING + 7) & ~(<usize>7);
  jsonAt = entriesAt + ENTRY * MOST_ENTRIES;
  out = jsonAt;
  write(OPENING_BRACKET);
  let start = from;
  while (start < to && entries < MOST_ENTRIES) {
    const end = endOfLine(start, to);
    pickLine(start, end);
    lines += 1;
    start = end + 1;
  }
  // The bracket replaces the last comma.
  if (load<u8>(out - 1) == COMMA) out -= 1;
  write(CLOSING_BRACKET);
  jsonLength = <i32>(out - jsonAt);
  return start;
}

function endOfLine(start: usize, to: usize): usize {
  const newline = i8x16.splat(NEWLINE);
  for (let place = start; place < to; place += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(place), newline));
    if (found != 0) return place + ctz(found);
  }
  return to;
}

function pickLine(start: usize, end: usize): void {
  while (start < end && isBlank(load<u8>(start))) start += 1;
  while (end > start && isBlank(load<u8>(end - 1))) end -= 1;
  if (start == end) return;
  // Such a line isn't an object. The caller finds out what is wrong with it.
  if (load<u8>(start) != OPENING_BRACE || load<u8>(end - 1) != CLOSING_BRACE) {
    addEntry(start, end);
    return;
  }
  if (!isWanted(start, end)) return;
  const before = out;
  at = start + 1;
  lineEnd = end;
  if (pickObject(TABLES, 0) && at == end) {
    write(COMMA);
    addEntry(0, 0);
  } else {
    out = before;
    addEntry(start, end);
  }
}

function addEntry(start: usize, end: usize): void {
  const entry = entriesAt + ENTRY * <usize>entries;
  store<u32>(entry, lines);
  store<u32>(entry + 4, <u32>start);
  store<u32>(entry + 8, <u32>end);
  entries += 1;
}

function isWanted(start: usize, end: usize): bool {
  if (notWanted != 0 && contains(notWanted, start, min(end, start + notWithin))) return false;
  for (let needle = needles; load<u8>(needle) != 0; needle += 1 + <usize>load<u8>(needle)) {
    if (contains(needle, start, end)) return true;
  }
  return false;
}

/** Compares the first and the last byte at 16 positions at once. */
function contains(needle: usize, start: usize, end: usize): bool {
  const length = <usize>load<u8>(needle);
  if (start + length > end) return false;
  const last = end - length;
  const firstByte = i8x16.splat(load<u8>(needle + 1));
  const lastByte = i8x16.splat(load<u8>(needle + length));
  for (let place = start; place <= last; place += 16) {
    let found = i8x16.bitmask(
      v128.and(i8x16.eq(v128.load(place), firstByte), i8x16.eq(v128.load(place + length - 1), lastByte)),
    );
    for (; found != 0; found &= found - 1) {
      const candidate = place + ctz(found);
      if (candidate > last) return false;
      if (memory.compare(candidate, needle + 1, length) == 0) return true;
    }
  }
  return false;
}

/**
 * The table of an object's wanted fields: for each the length of its name, the offset from `TABLES` of the fields
 * inside it (0: the whole value is wanted), and the name; then 0. Returns the address of the field, or 0.
 */
function findField(fields: usize, name: usize, length: usize): usize {
  let field = fields;
  for (let size = <usize>load<u8>(field); size != 0; size = <usize>load<u8>(field)) {
    if (size == length && memory.compare(field + 3, name, length) == 0) return field;
    field += 3 + size;
  }
  return 0;
}

/** Reads an object after its opening brace and writes one with its wanted fields. False if it can't be understood. */
function pickObject(fields: usize, depth: i32): bool {
  if (depth > DEEPEST) return false;
  write(OPENING_BRACE);
  skipBlanks();
  if (load<u8>(at) == CLOSING_BRACE) {
    at += 1;
    write(CLOSING_BRACE);
    return true;
  }
  for (;;) {
    const name = at;
    if (!skipName()) return false;
    const field = findField(fields, name + 1, at - name - 2);
    if (!skipColon()) return false;
    if (field == 0) {
      if (!skipValue(depth + 1)) return false;
    } else {
      const inner = <usize>load<u16>(field + 1, 0);
      if (!pickValue(name, inner == 0 ? 0 : TABLES + inner, depth + 1)) return false;
    }
    skipBlanks();
    const next = load<u8>(at);
    at += 1;
    if (next == CLOSING_BRACE) break;
    if (next != COMMA) return false;
    skipBlanks();
  }
  if (load<u8>(out - 1) == COMMA) out -= 1;
  write(CLOSING_BRACE);
  return true;
}

/** Writes a field with its value, or 0 if it should be an object and isn't. */
function pickValue(name: usize, inner: usize, depth: i32): bool {
  if (inner == 0) {
    if (!skipValue(depth)) return false;
    copy(name, at);
  } else {
    copy(name, at);
    if (load<u8>(at) == OPENING_BRACE) {
      at += 1;
      if (!pickObject(inner, depth)) return false;
    } else {
      if (!skipValue(depth)) return false;
      write(0x30);
    }
  }
  write(COMMA);
  return true;
}

/** Rejects escapes, because an escaped name could be a wanted one. */
function skipName(): bool {
  if (load<u8>(at) != QUOTE) return false;
  for (at += 1; at < lineEnd; at += 1) {
    const byte = load<u8>(at);
    if (byte == QUOTE) {
      at += 1;
      return true;
    }
    if (byte == BACKSLASH || byte < 0x20) return false;
  }
  return false;
}

function skipColon(): bool {
  skipBlanks();
  if (load<u8>(at) != COLON) return false;
  at += 1;
  skipBlanks();
  return at < lineEnd;
}

function skipValue(depth: i32): bool {
  if (at >= lineEnd || depth > DEEPEST) return false;
  const byte = load<u8>(at);
  if (byte == QUOTE) {
    at += 1;
    return skipText();
  }
  if (byte == OPENING_BRACE) return skipObject(depth);
  if (byte == OPENING_BRACKET) return skipList(depth);
  // true, false and null as little-endian numbers.
  if (byte == 0x74) return skipLetters(0x65757274, 4);
  if (byte == 0x6e) return skipLetters(0x6c6c756e, 4);
  if (byte == 0x66) {
    at += 1;
    return skipLetters(0x65736c61, 4);
  }
  return skipNumber();
}

function skipLetters(letters: u32, length: usize): bool {
  if (at + length > lineEnd || load<u32>(at) != letters) return false;
  at += length;
  return true;
}

function skipObject(depth: i32): bool {
  at += 1;
  skipBlanks();
  if (load<u8>(at) == CLOSING_BRACE) {
    at += 1;
    return true;
  }
  while (at < lineEnd) {
    if (load<u8>(at) != QUOTE) return false;
    at += 1;
    if (!skipText() || !skipColon() || !skipValue(depth + 1)) return false;
    skipBlanks();
    const next = load<u8>(at);
    at += 1;
    if (next == CLOSING_BRACE) return true;
    if (next != COMMA) return false;
    skipBlanks();
  }
  return false;
}

function skipList(depth: i32): bool {
  at += 1;
  skipBlanks();
  if (load<u8>(at) == CLOSING_BRACKET) {
    at += 1;
    return true;
  }
  while (at < lineEnd) {
    if (!skipValue(depth + 1)) return false;
    skipBlanks();
    const next = load<u8>(at);
    at += 1;
    if (next == CLOSING_BRACKET) return true;
    if (next != COMMA) return false;
    skipBlanks();
  }
  return false;
}

/** Skips from after the opening quote to after the closing one, 16 bytes at a time if none needs attention. */
function skipText(): bool {
  const quote = i8x16.splat(QUOTE);
  const backslash = i8x16.splat(BACKSLASH);
  const space = i8x16.splat(0x20);
  while (at < lineEnd) {
    const bytes = v128.load(at);
    const special = i8x16.bitmask(
      v128.or(v128.or(i8x16.eq(bytes, quote), i8x16.eq(bytes, backslash)), i8x16.lt_u(bytes, space)),
    );
    if (special == 0) {
      at += 16;
      continue;
    }
    at += ctz(special);
    if (at >= lineEnd) return false;
    const byte = load<u8>(at);
    if (byte == QUOTE) {
      at += 1;
      return true;
    }
    if (byte != BACKSLASH || !skipEscape()) return false;
  }
  return false;
}

function skipEscape(): bool {
  const letter = load<u8>(at + 1);
  if (letter == 0x75) {
    for (let place = at + 2; place < at + 6; place += 1) if (!isHexDigit(load<u8>(place))) return false;
    at += 6;
    return true;
  }
  at += 2;
  // " \ / b f n r t
  return (
    letter == QUOTE ||
    letter == BACKSLASH ||
    letter == 0x2f ||
    letter == 0x62 ||
    letter == 0x66 ||
    letter == 0x6e ||
    letter == 0x72 ||
    letter == 0x74
  );
}

/** By the rules of JSON: no + sign, no leading 0, digits on both sides of the decimal point. */
function skipNumber(): bool {
  if (load<u8>(at) == 0x2d) at += 1;
  if (load<u8>(at) == 0x30) at += 1;
  else if (!skipDigits()) return false;
  if (load<u8>(at) == 0x2e) {
    at += 1;
    if (!skipDigits()) return false;
  }
  if ((load<u8>(at) | 0x20) == 0x65) {
    at += 1;
    const sign = load<u8>(at);
    if (sign == 0x2b || sign == 0x2d) at += 1;
    if (!skipDigits()) return false;
  }
  return at < lineEnd;
}

function skipDigits(): bool {
  const start = at;
  while (isDigit(load<u8>(at))) at += 1;
  return at > start;
}

function skipBlanks(): void {
  while (isBlank(load<u8>(at))) at += 1;
}

/** A space, a tab or a carriage return. Line feeds end lines. */
function isBlank(byte: u8): bool {
  return byte == 0x20 || byte == 0x09 || byte == 0x0d;
}

function isDigit(byte: u8): bool {
  return byte >= 0x30 && byte <= 0x39;
}

function isHexDigit(byte: u8): bool {
  const lower = byte | 0x20;
  return isDigit(byte) || (lower >= 0x61 && lower <= 0x66);
}

function write(byte: u8): void {
  store<u8>(out, byte);
  out += 1;
}

function copy(from: usize, to: usize): void {
  memory.copy(out, from, to - from);
  out += to - from;
}
