/** One row of the table; all texts as they are shown. */
export interface Row {
  name: string;
  ours: string;
  /** The program and what it measured, or why it couldn't. */
  peer: string;
  /** Ours divided by the peer's: below 1 is better for times, above 1 for rates. */
  ratio?: number;
  note?: string;
}

/** As Markdown, with columns that also align in a terminal. */
export function toTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    row.ours,
    row.peer,
    row.ratio === undefined ? '–' : row.ratio.toFixed(2),
    row.note ?? '',
  ]);
  const all = [['What', 'Tokentab', 'Peer, same run', 'Ratio', 'Note'], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const toLine = (line: readonly string[]): string =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [toLine(head), toLine(widths.map((width) => '-'.repeat(width))), ...body.map(toLine)].join('\n');
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 1000 ? 3 : 2)} s`;
}

export function megabytes(bytes: number): string {
  return bytes < 10e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1e6)} MB`;
}
