import { amountOf, type Measure } from '../../model/measure';
import { addUsage, noUsage, type GroupUsage, type UsageSums } from '../../model/usage-stats';
import type { ProjectSummary } from '../../model/project';
import type { Sort } from '../../state/view/list-sort';

export const clientColumns = ['name', 'projects', 'tokens', 'before'] as const;
export type ClientColumn = (typeof clientColumns)[number];

/** One row of the list of clients. */
export interface ClientRow {
  /** As it is stored; '' for the projects without a client. */
  name: string;
  projectCount: number;
  /** Of the current month and of the month before. */
  usage: UsageSums;
  before: UsageSums;
}

/** One row per client that a project names, and one for the projects without a client, if there are any. */
export function clientRows(
  projects: readonly ProjectSummary[],
  thisMonth: readonly GroupUsage[],
  lastMonth: readonly GroupUsage[],
): ClientRow[] {
  const byProject = (rows: readonly GroupUsage[]) => new Map(rows.map((row) => [row.key, row]));
  const [usage, before] = [byProject(thisMonth), byProject(lastMonth)];
  const rows = new Map<string, ClientRow>();
  for (const { id, clientName } of projects) {
    const name = clientName ?? '';
    const row = rows.get(name) ?? { name, projectCount: 0, usage: noUsage, before: noUsage };
    row.projectCount += 1;
    row.usage = addUsage(row.usage, usage.get(id) ?? noUsage);
    row.before = addUsage(row.before, before.get(id) ?? noUsage);
    rows.set(name, row);
  }
  return [...rows.values()];
}

/** The rows whose name contains the text, in order. By name, the row without a client comes last. */
export function orderedClients(
  rows: readonly ClientRow[],
  filter: string,
  { column, isAscending }: Sort<ClientColumn>,
  measure: Measure,
): ClientRow[] {
  const collator = new Intl.Collator();
  const wanted = filter.trim().toLocaleLowerCase();
  const byName = (a: ClientRow, b: ClientRow) => collator.compare(a.name || '\uffff', b.name || '\uffff');
  const orders: Record<ClientColumn, (a: ClientRow, b: ClientRow) => number> = {
    name: byName,
    projects: (a, b) => a.projectCount - b.projectCount,
    tokens: (a, b) => amountOf(measure, a.usage) - amountOf(measure, b.usage),
    before: (a, b) => amountOf(measure, a.before) - amountOf(measure, b.before),
  };
  return rows
    .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => (isAscending ? 1 : -1) * orders[column](a, b) || byName(a, b));
}
