import { parseArgs } from 'node:util';

const rowNames = [
  'import',
  'codex',
  'bulk',
  'month',
  'inp',
  'lighthouse',
  'memory',
  'reprice',
  'sync',
  'month10',
] as const;
export type RowName = (typeof rowNames)[number];

export interface BenchOptions {
  /** Multiplies every size; the rows of a small run say so. */
  scale: number;
  /** The number of runs, of which the median is reported. */
  runs: number;
  rows: readonly RowName[];
  /** Writes docs/performance.md. */
  write: boolean;
}

/** @throws Error with a plain sentence for an unknown option or value */
export function readOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      scale: { type: 'string' },
      runs: { type: 'string' },
      only: { type: 'string', multiple: true },
      skip: { type: 'string', multiple: true, default: [] },
      write: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
    },
  });
  const wanted = rowNamesOf(values.only ?? [...rowNames]);
  const unwanted = rowNamesOf(values.skip);
  // Every row, small and once: whether they all work, and roughly where they stand.
  const usual = values.quick ? { scale: '0.1', runs: '1' } : { scale: '1', runs: '5' };
  return {
    scale: numberOf('scale', values.scale ?? usual.scale),
    runs: Math.max(1, Math.round(numberOf('runs', values.runs ?? usual.runs))),
    rows: wanted.filter((row) => !unwanted.includes(row)),
    write: values.write,
  };
}

function rowNamesOf(words: readonly string[]): RowName[] {
  return words.map((word) => {
    const row = rowNames.find((name) => name === word);
    if (row === undefined) throw new Error(`"${word}" is no row: ${rowNames.join(', ')}.`);
    return row;
  });
}

function numberOf(name: string, text: string): number {
  const number = Number(text);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new Error(`--${name} must be a number above 0.`);
}
