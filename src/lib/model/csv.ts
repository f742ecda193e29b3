/** How numbers stand in a file: as machines read them, or as the reader's own spreadsheet does. */
export interface CsvStyle {
  /** ',' or, where that is the decimal sign, ';'. */
  separator: string;
  formatNumber(value: number): string;
}

export const plainCsv: CsvStyle = { separator: ',', formatNumber: String };

/** A locale's own: its grouping and decimal signs, and ';' where ',' is one of its decimal signs, as its spreadsheets expect. */
export function localeCsv(locale: string | undefined): CsvStyle {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const decimal = format.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value;
  return {
    separator: decimal === ',' ? ';' : ',',
    // Narrow spaces between thousands are text to a spreadsheet.
    formatNumber: (value) => format.format(value).replace(/[\u00a0\u202f]/g, ' '),
  };
}

export type CsvCell = string | number | null;

/**
 * A table as RFC 4180 has it: CRLF, quotes doubled. A text that a spreadsheet would take for a formula (it begins with
 * = + - @, their wide forms, a tab or a line end) gets an apostrophe before it; numbers are ours and need none.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[], style: CsvStyle = plainCsv): string {
  const lines = rows.map((row) => row.map((cell) => cellText(cell, style)).join(style.separator));
  return lines.map((line) => `${line}\r\n`).join('');
}

function cellText(cell: CsvCell, style: CsvStyle): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return quoted(style.formatNumber(cell), [style.separator]);
  // A spreadsheet that expects the other separator would begin a new cell at it, with a formula perhaps.
  return quoted(/^[=+\-@＝＋－＠\t\r\n]/.test(cell) ? `'${cell}` : cell, [',', ';']);
}

function quoted(text: string, separators: readonly string[]): string {
  const isPlain = !separators.some((each) => text.includes(each)) && !/["\r\n\t']/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
