import { asObject, type JsonObject } from './json-fields';
import { readLines } from './lines';
import type { SourceSink } from '../source';

/** In characters. A document is parsed as a whole, which takes several times its size in memory. */
const maxDocumentLength = 256 * 1024 * 1024;

/** Called for each object of the file with its line; all objects of one document have the document's first line. */
export type RecordHandler = (record: JsonObject, line: number) => void;

/**
 * Reads a file that is either one JSON document over any number of lines, or one JSON value per line: tools export
 * the same records in both ways. An array stands for its elements. Invalid JSON is reported as a problem.
 */
export async function readJsonRecords(
  chunks: AsyncIterable<Uint8Array>,
  sink: SourceSink,
  record: RecordHandler,
): Promise<void> {
  const reader = new RecordReader(sink, record);
  try {
    await readLines(chunks, reader);
  } finally {
    reader.finish();
  }
}

class RecordReader {
  /** The lines so far, while the file may still be a single document; null once lines are read one by one. */
  private document: { text: string; line: number }[] | null = null;
  private documentLength = 0;
  private hasBegun = false;
  private readonly decoder = new TextDecoder();
  private readonly sink: SourceSink;
  private readonly record: RecordHandler;

  constructor(sink: SourceSink, record: RecordHandler) {
    this.sink = sink;
    this.record = record;
  }

  line(bytes: Uint8Array, start: number, end: number, line: number): void {
    const text = this.decoder.decode(bytes.subarray(start, end));
    if (text.trim() === '') return;
    if (this.document !== null) {
      this.addToDocument(text, line);
      return;
    }
    const value = parse(text);
    if (!this.hasBegun) {
      this.hasBegun = true;
      if (value === undefined) {
        this.document = [];
        this.addToDocument(text, line);
        return;
      }
    }
    if (value === undefined) this.sink.problem('line-not-json', line);
    else this.handOver(value, line);
  }

  tooLong(line: number): void {
    this.sink.problem('line-too-long', line);
  }

  finish(): void {
    const lines = this.document ?? [];
    const first = lines[0];
    this.document = null;
    if (first === undefined) return;
    if (this.documentLength > maxDocumentLength) {
      this.sink.problem('document-too-long', first.line);
      return;
    }
    const value = parse(lines.map(({ text }) => text).join('\n'));
    if (value !== undefined) this.handOver(value, first.line);
    else this.readLineByLine(lines);
  }

  private addToDocument(text: string, line: number): void {
    this.documentLength += text.length;
    if (this.documentLength > maxDocumentLength) this.document = this.document?.slice(0, 1) ?? null;
    else this.document?.push({ text, line });
  }

  /** It isn't a single document. Perhaps it has one value per line, and the first line is broken. */
  private readLineByLine(lines: readonly { text: string; line: number }[]): void {
    const values = lines.map(({ text }) => parse(text));
    if (values.every((value) => asObject(value) === null)) {
      this.sink.problem('file-not-json', lines[0]?.line);
      return;
    }
    for (const [index, { line }] of lines.entries()) {
      const value = values[index];
      if (value === undefined) this.sink.problem('line-not-json', line);
      else this.handOver(value, line);
    }
  }

  private handOver(value: unknown, line: number): void {
    const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const element of elements) {
      const object = asObject(element);
      if (object === null) this.sink.problem('record-not-an-object', line);
      else this.record(object, line);
    }
  }
}

/** Undefined if the text isn't JSON: the parser's own message would quote the content. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
