import type { TableMapping, TableReading } from '../../model/table-mapping';
import { ChainHash } from '../../model/chain-hash';
import { isProblem } from '../reading/json-fields';
import { mappedColumns } from './cells';
import { readRow, type RowProblem, type RowUsage, type TableRow } from './row';

/** How many rows back equal ones are told apart: calls of one moment stand together. */
const remembered = 100_000;

/**
 * Gives each row of a file the name under which it is stored: the same whenever it is read again, from whichever export.
 * A row is named by its own id or, without one, by what is known of it and by how many rows above are just like it, so
 * that all rows of a file count, and those that two exports have in common count once. It is named as it was first read,
 * before the mapping was changed: what a changed mapping reads replaces what it had read.
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

  /** To be asked for each row in the order of the file, also for those that cannot be read. Blank where no reading can. */
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
  // A sum may grow until the next export; what else tells two sums of a day apart is words, a user or a key.
  else for (const label of labelsOf(row, reading)) add(label);
  return hash.digest;
}

/** The words in columns that are mapped as nothing, in an order that does not depend on that of the columns. */
function labelsOf(row: TableRow, reading: TableReading): string[] {
  const mapped = new Set(mappedColumns(reading));
  const labels: string[] = [];
  for (const column of [...row.labels].sort()) {
    const cell = mapped.has(column) ? '' : row.cell(column);
    if (/^\p{L}/u.test(cell)) labels.push(column, cell);
  }
  return labels;
}
