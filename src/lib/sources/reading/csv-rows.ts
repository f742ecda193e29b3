import type { Problem } from '../../model/problem';
import Papa from 'papaparse';

export interface RowHandler {
  /** One row's cells, and the line on which it begins, from 1. Returning false stops reading. */
  row(cells: readonly string[], line: number): boolean;
  problem(reason: Problem, line: number): void;
}

/** More than any export puts in one row, prompts included. */
const longestRow = 16 * 1024 * 1024;
/** After the first unclosed quote, later ones are given up sooner. */
const longestRowAfterBadQuote = 1024 * 1024;
const mostBadQuotes = 32;
const delimiters = [',', ';', '\t', '|'] as const;

/**
 * Splits text (with `\n` line ends) into rows, in whatever pieces it arrives. The delimiter is the most common
 * one in the first line. A line with wrong or unclosed quotes is reported and skipped, and reading continues with the
 * next line. After 32 of them, quotes lose their meaning and every line is a row.
 */
export async function readRows(texts: AsyncIterable<string>, handler: RowHandler): Promise<void> {
  const reader = new RowReader(handler);
  for await (const text of texts) {
    reader.add(text);
    if (reader.isStopped) return;
  }
  reader.end();
}

/** The cells of a table's first line, as far as this window of the file shows it; empty if there is none. */
export function firstRow(head: string): readonly string[] {
  const lines = head.slice(0, 64 * 1024).split(/\r\n?|\n/);
  const line = lines.find((text) => text.trim() !== '' && declaredDelimiter(text) === null);
  if (line === undefined) return [];
  const declared = declaredDelimiter(lines[0] ?? '');
  return parseLine(line, declared ?? commonestDelimiter(line));
}

class RowReader {
  isStopped = false;
  private buffer = '';
  private line = 1;
  private delimiter: string | null = null;
  private badQuotes = 0;
  /** With less text than this, parsing would only find the same incomplete row again. */
  private worthTrying = 0;
  private isSkipping = false;
  private readonly handler: RowHandler;

  constructor(handler: RowHandler) {
    this.handler = handler;
  }

  add(text: string): void {
    this.buffer += text;
    if (this.buffer.length >= this.worthTrying) this.readBuffer(false);
  }

  end(): void {
    this.readBuffer(true);
  }

  private readBuffer(isEnd: boolean): void {
    if (this.isSkipping && !this.skipLine(isEnd)) return;
    if (!this.findDelimiter(isEnd)) return;
    while (this.buffer !== '' && !this.isStopped) {
      const outcome = this.readGoodRows(isEnd);
      if (outcome === 'stopped') return;
      if (outcome === 'read' && (isEnd || this.buffer.length <= this.limit)) break;
      this.giveUpLine();
      if (!this.skipLine(isEnd)) return;
    }
    this.worthTrying = this.buffer.length * 2;
  }

  private get limit(): number {
    return this.badQuotes === 0 ? longestRow : longestRowAfterBadQuote;
  }

  /** Passes on the rows up to the first broken or incomplete one. */
  private readGoodRows(isEnd: boolean): 'read' | 'broken' | 'stopped' {
    const { buffer, handler } = this;
    const run = { consumed: 0, isBroken: false };
    const parser = new Papa.Parser({
      delimiter: this.delimiter ?? ',',
      newline: '\n',
      // Decoded text never contains NUL, so this makes quotes ordinary characters.
      quoteChar: this.badQuotes > mostBadQuotes ? '\0' : '"',
      step: (result: { data: unknown; errors: readonly unknown[]; meta: { cursor: number } }) => {
        const end = result.meta.cursor;
        run.isBroken = result.errors.length > 0 || end - run.consumed > this.limit;
        if (!run.isBroken) {
          const [cells] = result.data as string[][];
          this.isStopped = !handler.row(cells ?? [], this.line);
          this.line += countNewlines(buffer, run.consumed, end);
          run.consumed = end;
        }
        if (run.isBroken || this.isStopped) parser.abort();
      },
    });
    parser.parse(buffer, 0, !isEnd);
    this.buffer = buffer.slice(run.consumed);
    if (this.isStopped) return 'stopped';
    return run.isBroken ? 'broken' : 'read';
  }

  private giveUpLine(): void {
    const end = this.buffer.indexOf('\n');
    if ((end === -1 ? this.buffer.length : end) > this.limit) {
      this.handler.problem('row-too-long', this.line);
      return;
    }
    this.badQuotes += 1;
    this.handler.problem('quote-misplaced', this.line);
    if (this.badQuotes === mostBadQuotes + 1) {
      this.handler.problem('quotes-never-close', this.line);
    }
  }

  /** Drops the rest of the line. False if its end hasn't arrived yet. */
  private skipLine(isEnd: boolean): boolean {
    const end = this.buffer.indexOf('\n');
    this.isSkipping = end === -1 && !isEnd;
    this.worthTrying = 0;
    if (end !== -1) this.line += 1;
    this.buffer = end === -1 ? '' : this.buffer.slice(end + 1);
    return end !== -1;
  }

  /** False while the first line is incomplete. A first line `sep=;` states the delimiter, as Excel writes it. */
  private findDelimiter(isEnd: boolean): boolean {
    if (this.delimiter !== null) return true;
    const start = this.buffer.search(/[^\n]/);
    const end = start === -1 ? -1 : this.buffer.indexOf('\n', start);
    if (end === -1 && !isEnd && this.buffer.length < longestRowAfterBadQuote) return false;
    const line = this.buffer.slice(Math.max(0, start), end === -1 ? undefined : end);
    const declared = declaredDelimiter(line);
    this.delimiter = declared ?? commonestDelimiter(line);
    if (declared !== null) this.skipDeclaration(start, end);
    return true;
  }

  private skipDeclaration(start: number, end: number): void {
    const consumed = end === -1 ? this.buffer.length : end + 1;
    this.line += countNewlines(this.buffer, 0, Math.max(consumed, start));
    this.buffer = this.buffer.slice(consumed);
  }
}

function declaredDelimiter(line: string): string | null {
  return /^"?sep=([,;|\t])"?\s*$/i.exec(line)?.[1] ?? null;
}

function commonestDelimiter(line: string): string {
  const outsideQuotes = line.slice(0, longestRowAfterBadQuote).replaceAll(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => outsideQuotes.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

function parseLine(line: string, delimiter: string): readonly string[] {
  const [cells] = Papa.parse<string[]>(line, { delimiter, newline: '\n' }).data;
  return cells ?? [];
}

function countNewlines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
