import type { TableMapping, TableReading } from '../../model/table-mapping';
import { ChainHash } from '../../model/chain-hash';
import { isProblem } from '../reading/json-fields';
import { mappedColumns } from './cells';
import { readRow, type RowProblem, type RowUsage, type TableRow } from './row';

/** The number of previous rows to compare with: equal calls are close together. */
const remembered = 100_000;

/**
 * Names each row for its dedupe key, so that it gets the same name whenever it is read again, from any export. The name
 * is the row's own id or, without one, its content and the number of equal rows above it. So all rows of a file count,
 * and rows that two exports share count once. Names follow the first version of a mapping, so that rows read with a
 * changed mapping replace those read before.
 */
export class RowNames {
  private readonly readings: readonly TableReading[];
  private seen = new Map<string, number>();
  private seenBefore = new Map<string, number>();

  constructor(
    private readonly mapping: TableMapping,
    private readonly now: number,
  ) {
    this.readings = [...mapping.earlier, mapping];
  }

  /**
   * Call for each row in the file's order, even if it can't be read. Blank if no version of the mapping can read it.
   */
  nameOf(row: TableRow, current: RowUsage | RowProblem | null): string {
    for (const [index, reading] of this.readings.entries()) {
      const isCurrent = index === this.mapping.earlier.length;
      const usage = isCurrent ? current : readRow(row, reading, this.now);
      if (usage === null || isProblem(usage)) continue;
      const name = `${index}.${identityOf(row, usage, reading)}`;
      return usage.id === null ? `${name}.${this.count(name)}` : name;
    }
    return '';
  }

  private count(name: string): number {
    const count = (this.seen.get(name) ?? this.seenBefore.get(name) ?? 0) + 1;
    if (this.seen.size >= remembered) {
      this.seenBefore = this.seen;
      this.seen = new Map();
    }
    this.seen.set(name, count);
    return count;
  }
}

function identityOf(row: TableRow, usage: RowUsage, reading: TableReading): string {
  const { id, occurredAt, project, provider, model, eventType, sessionId } = usage;
  const hash = new ChainHash();
  const add = (part: string | null): void => {
    hash.add(part === null ? 0 : 1);
    hash.addText(part ?? '');
  };
  add(id);
  if (id !== null) return hash.digest;
  hash.add(occurredAt);
  for (const name of [project, provider, model, eventType, sessionId]) add(name);
  if (reading.rows === 'call') for (const count of Object.values(usage.tokens) as number[]) hash.add(count);
  // A sum may grow until the next export, so sums of the same day are distinguished only by words: a user or a key.
  else for (const label of labelsOf(row, reading)) add(label);
  return hash.digest;
}

/** The words in unmapped columns, in an order that doesn't depend on that of the columns. */
function labelsOf(row: TableRow, reading: TableReading): string[] {
  const mapped = new Set(mappedColumns(reading));
  const labels: string[] = [];
  for (const column of [...row.labels].sort()) {
    const cell = mapped.has(column) ? '' : row.cell(column);
    if (/^\p{L}/u.test(cell)) labels.push(column, cell);
  }
  return labels;
}
