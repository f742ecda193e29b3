const newline = 0x0a;
const byteOrderMark = [0xef, 0xbb, 0xbf] as const;

/** Longer lines aren't kept in memory: no usage record comes close to this. */
export const maxLineBytes = 64 * 1024 * 1024;

/** Limits the memory for copies of blocks. */
const mostBytesOfBlock = 8 * 1024 * 1024;

export interface LineHandler {
  /** One line without its newline, at `bytes[start, end)`; valid only during the call. `number` counts from 1. */
  line(bytes: Uint8Array, start: number, end: number, number: number): void;
  /**
   * Called instead of `line` while `takesBlocks`, with lines at `bytes[start, end)`, each with its newline. The first
   * has this number.
   * @returns their number
   */
  block?(bytes: Uint8Array, start: number, end: number, number: number): number;
  /** Read before each line. */
  readonly takesBlocks?: boolean;
  /** Called for a line that exceeded the maximum and was dropped. */
  tooLong(number: number): void;
}

/**
 * Splits chunks of bytes into lines, wherever the chunks break. A carriage return before the newline and a byte order
 * mark at the start aren't part of a line. The last line needs no newline. Resolves with the number of newlines;
 * rejects only when `chunks` does.
 *
 * It calls back instead of yielding, and passes offsets instead of views, because a large folder has millions of lines.
 */
export async function readLines(
  chunks: AsyncIterable<Uint8Array>,
  handler: LineHandler,
  { maxBytes = maxLineBytes, linesBefore = 0 }: { maxBytes?: number; linesBefore?: number } = {},
): Promise<number> {
  const begun = new BegunLine(maxBytes);
  let number = linesBefore + 1;

  for await (const chunk of chunks) {
    let start = 0;
    for (;;) {
      if (begun.isEmpty && number > 1 && handler.takesBlocks === true && handler.block !== undefined) {
        const end = chunk.subarray(0, start + mostBytesOfBlock).lastIndexOf(newline) + 1;
        if (end > start) {
          number += handler.block(chunk, start, end, number);
          start = end;
        }
      }
      const end = chunk.indexOf(newline, start);
      if (end === -1) break;
      if (begun.isEmpty && end - start <= maxBytes) handOver(handler, chunk, start, end, number);
      else finish(handler, begun, chunk.subarray(start, end), number);
      number += 1;
      start = end + 1;
    }
    if (start < chunk.length) begun.add(chunk.subarray(start));
  }
  if (!begun.isEmpty) finish(handler, begun, new Uint8Array(0), number);
  return number - 1 - linesBefore;
}

function finish(handler: LineHandler, begun: BegunLine, rest: Uint8Array, number: number): void {
  begun.add(rest);
  const bytes = begun.take();
  if (bytes === null) handler.tooLong(number);
  else handOver(handler, bytes, 0, bytes.length, number);
}

function handOver(handler: LineHandler, bytes: Uint8Array, from: number, to: number, number: number): void {
  const hasMark = number === 1 && byteOrderMark.every((byte, index) => bytes[from + index] === byte);
  const start = hasMark ? from + byteOrderMark.length : from;
  const end = to > start && bytes[to - 1] === 0x0d ? to - 1 : to;
  handler.line(bytes, start, end, number);
}

/** The pieces of an incomplete line. Beyond the maximum it only remembers that there was one. */
class BegunLine {
  private pieces: Uint8Array[] = [];
  private length = 0;
  private readonly maxBytes: number;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  get isEmpty(): boolean {
    return this.length === 0;
  }

  add(piece: Uint8Array): void {
    this.length += piece.length;
    if (this.length > this.maxBytes) this.pieces = [];
    else if (piece.length > 0) this.pieces.push(piece);
  }

  /** Null if the line was too long. */
  take(): Uint8Array | null {
    const { pieces, length } = this;
    this.pieces = [];
    this.length = 0;
    if (length > this.maxBytes) return null;
    const line = new Uint8Array(length);
    let offset = 0;
    for (const piece of pieces) {
      line.set(piece, offset);
      offset += piece.length;
    }
    return line;
  }
}
