import type { Problem } from '../../model/problem';
import { maxLineBytes } from './lines';
import { join } from './pieces';

type OnProblem = (reason: Problem, line?: number) => void;

const newline = 0x0a;
const sampleLength = 4096;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');

/**
 * Decodes a table or a JSON document: UTF-8, UTF-16 (detected by its mark or its NULs) or, line by line where UTF-8
 * fails, Windows-1252. Line ends become `\n`; marks and NULs are dropped. The result doesn't depend on where the
 * chunks break. Rejects only when `chunks` does.
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  problem: OnProblem,
): AsyncGenerator<string> {
  let decoder: PieceDecoder | null = null;
  let sample = new Uint8Array(0);
  let hasNul = false;
  const clean = (text: string): string => {
    if (!text.includes('\0')) return text;
    if (!hasNul) problem('nul-characters');
    hasNul = true;
    return text.replaceAll('\0', '');
  };

  for await (const chunk of chunks) {
    if (decoder !== null) {
      yield clean(decoder.add(chunk));
      continue;
    }
    sample = join([sample, chunk]);
    if (sample.length < sampleLength) continue;
    decoder = decoderFor(sample, problem);
    yield clean(decoder.add(sample));
  }
  if (decoder === null) {
    decoder = decoderFor(sample, problem);
    yield clean(decoder.add(sample));
  }
  yield clean(decoder.end());
}

/** Converts a file to UTF-8, for readers that support nothing else. */
export async function* asUtf8(
  chunks: AsyncIterable<Uint8Array>,
  problem: OnProblem,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of decodeText(chunks, problem)) yield encoder.encode(text);
}

interface PieceDecoder {
  add(bytes: Uint8Array): string;
  end(): string;
}

function decoderFor(start: Uint8Array, problem: OnProblem): PieceDecoder {
  const encoding = encodingOf(start);
  return encoding === 'utf-8' ? new LineDecoder(problem) : new Utf16Decoder(encoding);
}

/**
 * Detects UTF-16 by its mark or its NULs. Anything else is 'utf-8' here: whether it really is shows only in decoding.
 */
export function encodingOf(start: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const sample = start.subarray(0, sampleLength);
  if (!sample.includes(0)) return 'utf-8';
  const nulsAt = (first: number): number => {
    let count = 0;
    for (let index = first; index < sample.length; index += 2) if (sample[index] === 0) count += 1;
    return count / Math.max(1, sample.length / 2);
  };
  // Latin letters and digits in UTF-16 have a NUL as every second byte; stray NULs in UTF-8 don't.
  if (nulsAt(1) > 0.6 && nulsAt(0) < 0.1) return 'utf-16le';
  return nulsAt(0) > 0.6 && nulsAt(1) < 0.1 ? 'utf-16be' : 'utf-8';
}

class Utf16Decoder implements PieceDecoder {
  private readonly decoder: TextDecoder;
  private hasReturn = false;

  constructor(encoding: 'utf-16le' | 'utf-16be') {
    this.decoder = new TextDecoder(encoding);
  }

  add(bytes: Uint8Array): string {
    return this.normalise(this.decoder.decode(bytes, { stream: true }), false);
  }

  end(): string {
    return this.normalise(this.decoder.decode(), true);
  }

  /** A carriage return at the end of a piece waits for the next piece. */
  private normalise(piece: string, isEnd: boolean): string {
    let text = this.hasReturn ? `\r${piece}` : piece;
    this.hasReturn = !isEnd && text.endsWith('\r');
    if (this.hasReturn) text = text.slice(0, -1);
    return withNewlines(text);
  }
}

/** Decodes whole lines, so that one invalid byte affects only its own line, wherever the chunks break. */
class LineDecoder implements PieceDecoder {
  private pending: Uint8Array[] = [];
  private pendingLength = 0;
  private isDropping = false;
  private isStart = true;
  private line = 1;
  private readonly problem: OnProblem;

  constructor(problem: OnProblem) {
    this.problem = problem;
  }

  add(bytes: Uint8Array): string {
    const last = bytes.lastIndexOf(newline);
    if (last === -1) {
      this.keep(bytes);
      return '';
    }
    const first = bytes.indexOf(newline);
    this.keep(bytes.subarray(0, first + 1));
    const text = this.take() + this.decode(bytes.subarray(first + 1, last + 1));
    this.keep(bytes.subarray(last + 1));
    return text;
  }

  end(): string {
    return this.take();
  }

  private keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    // Copied, because the producer may reuse the chunk's memory.
    this.pending.push(bytes.slice());
    this.pendingLength += bytes.length;
    if (this.pendingLength <= maxLineBytes) return;
    this.isDropping = true;
    this.pending = bytes.at(-1) === newline ? [Uint8Array.of(newline)] : [];
  }

  private take(): string {
    const bytes = join(this.pending);
    this.pending = [];
    this.pendingLength = 0;
    if (this.isDropping) {
      this.problem('line-too-long', this.line);
      this.isDropping = false;
    }
    return this.decode(bytes);
  }

  private decode(bytes: Uint8Array): string {
    if (bytes.length === 0) return '';
    const text = decodeStrictly(bytes) ?? this.decodeByLine(bytes);
    for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) this.line += 1;
    const unmarked = this.isStart && text.startsWith('\ufeff') ? text.slice(1) : text;
    this.isStart = false;
    return withNewlines(unmarked);
  }

  private decodeByLine(bytes: Uint8Array): string {
    let text = '';
    let line = this.line;
    for (let start = 0; start < bytes.length; line += 1) {
      const found = bytes.indexOf(newline, start);
      const end = found === -1 ? bytes.length : found + 1;
      const piece = bytes.subarray(start, end);
      const decoded = decodeStrictly(piece);
      if (decoded === null) this.problem('line-not-utf-8', line);
      text += decoded ?? windows1252.decode(piece);
      start = end;
    }
    return text;
  }
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    // Not valid UTF-8: the caller decodes it another way.
    return null;
  }
}

function withNewlines(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}
