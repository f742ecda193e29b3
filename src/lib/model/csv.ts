/** How a CSV file is written: for machines, or for the spreadsheet of the user's locale. */
export interface CsvStyle {
  /** ',', or ';' if the decimal separator is ','. */
  separator: string;
  formatNumber(value: number): string;
}

export const plainCsv: CsvStyle = {
  separator: ',',
  // A spreadsheet would read 1e-9 as text.
  formatNumber: (value) =>
    value !== 0 && Math.abs(value) < 1e-6 ? value.toFixed(9).replace(/0+$/, '') : String(value),
};

/**
 * The style of a locale: its grouping and decimal separators. If its decimal separator is ',', spreadsheets in that
 * locale expect ';' between cells.
 */
export function localeCsv(locale: string | undefined): CsvStyle {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 9 });
  const decimal = format.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value;
  return {
    separator: decimal === ',' ? ';' : ',',
    // Spreadsheets read narrow spaces between thousands as text, so use plain spaces.
    formatNumber: (value) => format.format(value).replace(/[\u00a0\u202f]/g, ' '),
  };
}

export type CsvCell = string | number | null;

/**
 * Writes a table as RFC 4180 CSV: CRLF line ends, doubled quotes. A text cell that a spreadsheet would run as a
 * formula (it begins with = + - @, their full-width forms, a tab or a line break) is prefixed with an apostrophe.
 * Numbers are generated here and need none.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[], style: CsvStyle = plainCsv): string {
  const lines = rows.map((row) => row.map((cell) => cellText(cell, style)).join(style.separator));
  return lines.map((line) => `${line}\r\n`).join('');
}

function cellText(cell: CsvCell, style: CsvStyle): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return quoted(style.formatNumber(cell), [style.separator]);
  // Quote both separators: a spreadsheet that expects the other one would start a new cell there, possibly with a
  // formula.
  return quoted(/^[=+\-@＝＋－＠\t\r\n]/.test(cell) ? `'${cell}` : cell, [',', ';']);
}

function quoted(text: string, separators: readonly string[]): string {
  const isPlain = !separators.some((each) => text.includes(each)) && !/["\r\n\t']/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
