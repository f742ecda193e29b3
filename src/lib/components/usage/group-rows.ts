import { amountOf, type Measure } from '../../model/measure';
import { addUsage, noUsage, type CostSums, type GroupUsage, type UsageSums } from '../../model/usage-stats';
import { projectName, projects } from '../../state/projects/projects.svelte';
import { sourceName } from '../../state/imports/source-names';
import type { Sort } from '../../state/view/list-sort';
import type { TableColumn } from '../../state/view/view-address';
import type { TableGrouping, ViewUsage } from '../../state/view/view-usage';
import { t } from '../../texts/texts';

/** One row of a usage table: a project, a client, a model and so on. */
export interface GroupRow extends UsageSums {
  /** A project's id, or a name as it is stored; '' for usage without one. */
  key: string;
  name: string;
  clientName: string | null;
  /** Tokens of the compared days, their known cost in nano-dollars, and those without a price. */
  tokensBefore: number;
  costBefore: number;
  unpricedBefore: number;
  /** The last civil day on which the project had usage; not limited to the shown days. */
  lastActivity: string | null;
}

/** Whether the table has a client column. If all rows belong to one client, it would repeat the same name. */
export function hasClientColumn({ tableBy, view }: ViewUsage): boolean {
  return tableBy === 'project' && view.filters.client === undefined;
}

/** The rows of the table, in order. If grouped by client, the projects of a client are one row. */
export function groupRows(usage: ViewUsage, sort: Sort<TableColumn>, measure: Measure): GroupRow[] {
  const by = usage.tableBy;
  const rows = new Map<string, GroupRow>();
  const lastActivity = new Map(usage.lastActivity.map(({ projectId, date }) => [projectId, date]));
  const rowOf = (group: GroupUsage): GroupRow => {
    const key = rowKey(by, group.key);
    const known = rows.get(key);
    if (known !== undefined) return known;
    const row = {
      key,
      name: rowName(by, key),
      clientName: by === 'project' ? (projects.byId(key)?.clientName ?? null) : null,
      ...noUsage,
      tokensBefore: 0,
      costBefore: 0,
      unpricedBefore: 0,
      lastActivity: lastActivity.get(key) ?? null,
    };
    rows.set(key, row);
    return row;
  };
  for (const group of usage.groups) {
    const row = rowOf(group);
    Object.assign(row, addUsage(row, group));
  }
  // Usage of the compared days in groups without usage in the shown days adds no row.
  for (const group of usage.groupsBefore) {
    const row = rows.get(rowKey(by, group.key));
    if (row === undefined) continue;
    row.tokensBefore += group.totalTokens;
    row.costBefore += group.costNanoUsd;
    row.unpricedBefore += group.unpricedTokens;
  }
  return [...rows.values()].sort(inOrder(sort, measure));
}

function inOrder(
  { column, isAscending }: Sort<TableColumn>,
  measure: Measure,
): (a: GroupRow, b: GroupRow) => number {
  const byText = (a: string | null, b: string | null) => (a ?? '\uffff').localeCompare(b ?? '\uffff');
  const orders: Record<TableColumn, (a: GroupRow, b: GroupRow) => number> = {
    name: (a, b) => byText(a.name, b.name),
    client: (a, b) => byText(a.clientName, b.clientName),
    cost: (a, b) => a.costNanoUsd - b.costNanoUsd,
    unpriced: (a, b) => a.unpricedTokens - b.unpricedTokens,
    tokens: (a, b) => a.totalTokens - b.totalTokens,
    events: (a, b) => a.eventCount - b.eventCount,
    activity: (a, b) => byText(a.lastActivity ?? '', b.lastActivity ?? ''),
    change: (a, b) =>
      amountOf(measure, a) - amountBefore(measure, a) - (amountOf(measure, b) - amountBefore(measure, b)),
  };
  return (a, b) =>
    (isAscending ? 1 : -1) * orders[column](a, b) || b.totalTokens - a.totalTokens || byText(a.name, b.name);
}

/** What the compared days cost. */
export const costsBefore = ({ costBefore, unpricedBefore }: GroupRow): CostSums => ({
  costNanoUsd: costBefore,
  unpricedTokens: unpricedBefore,
});

/** The amount of the compared days. */
export function amountBefore(measure: Measure, { tokensBefore, costBefore }: GroupRow): number {
  return measure === 'money' ? costBefore : tokensBefore;
}

/** The key of the row that a group from the database belongs to. */
export function rowKey(by: TableGrouping, key: string | null): string {
  if (by !== 'client') return key ?? '';
  return projects.byId(key ?? '')?.clientName ?? '';
}

export function rowName(by: TableGrouping, key: string): string {
  if (by === 'project') {
    const project = projects.byId(key);
    return project === undefined ? t.month.unknownProject : projectName(project);
  }
  if (by === 'source') return sourceName(key);
  if (key !== '') return key;
  if (by === 'client') return t.month.noClient;
  return by === 'model' ? t.month.noModel : t.projects.unknownKey;
}
