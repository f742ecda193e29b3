import type { FieldPicker } from './field-picker';
import { parseObject, type JsonObject } from './json-fields';
import { readLines, type LineHandler } from './lines';
import type { SourceSink } from '../source';

const openingBrace = 0x7b;
const closingBrace = 0x7d;

export interface JsonLineHandler {
  /** Whether the line at `bytes[start, end)` is worth parsing. `index` counts the file's non-blank lines, from 0. */
  wants(bytes: Uint8Array, start: number, end: number, index: number): boolean;
  record(record: JsonObject, line: number): void;
  /**
   * Once it isn't null, it replaces `wants` and the parser for most lines, and `record` gets only the picked fields.
   * Absent or null in engines that can't run it.
   */
  readonly picker?: FieldPicker | null;
}

/**
 * Reads a log with one JSON object per line. Any other line is reported as a problem, even if it isn't wanted: its
 * first and last byte show without parsing whether it is an object. Resolves with the number of newlines.
 */
export async function readJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  sink: SourceSink,
  handler: JsonLineHandler,
  linesBefore = 0,
): Promise<number> {
  let index = 0;
  const lines: LineHandler = {
    line(bytes, from, to, number) {
      let start = from;
      let end = to;
      while (start < end && isBlank(bytes[start])) start += 1;
      while (end > start && isBlank(bytes[end - 1])) end -= 1;
      if (start === end) return;
      const isWanted = handler.wants(bytes, start, end, index);
      index += 1;
      if (bytes[start] !== openingBrace) {
        sink.problem('line-not-an-object', number);
        return;
      }
      if (bytes[end - 1] !== closingBrace) {
        sink.problem('line-cut-off', number);
        return;
      }
      if (!isWanted) return;
      const record = parseObject(bytes, start, end);
      if (record === null) {
        sink.problem('line-not-json', number);
        return;
      }
      handler.record(record, number);
    },
    get takesBlocks() {
      return (handler.picker ?? null) !== null;
    },
    block(bytes, start, end, number) {
      return (
        (handler.picker ?? null)?.pick(bytes, start, end, {
          record: (record, line) => handler.record(record, number + line),
          other: (from, to, line) => lines.line(bytes, from, to, number + line),
        }) ?? 0
      );
    },
    tooLong: (number) => sink.problem('line-too-long', number),
  };
  return readLines(chunks, lines, { linesBefore });
}

/** Whether the byte is a space, a tab or a carriage return. */
function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}
