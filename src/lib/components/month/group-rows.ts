import type { GroupUsage } from '../../model/usage-stats';
import { projectName, projects } from '../../state/projects/projects.svelte';
import { sourceName } from '../../state/imports/source-names';
import type { FilterName, Grouping } from '../../state/view/view-address';
import type { ViewUsage } from '../../state/view/view-usage';
import { t } from '../../texts/texts';

/** One line of a table of usage: a project, a client, a model, … */
export interface GroupRow {
  /** A project's id, or a name as it is stored; '' is what has none. */
  key: string;
  name: string;
  clientName: string | null;
  totalTokens: number;
  promptTokens: number;
  completionTokens: number;
  eventCount: number;
  /** Tokens of the compared days. */
  before: number;
}

/** What the table and the bars are split by: token kinds split no table, so that one shows projects. */
export type TableGrouping = Exclude<Grouping, 'kind'>;

export function tableGrouping(by: Grouping): TableGrouping {
  return by === 'kind' ? 'project' : by;
}

/** The filter that leads from a line to the same page for it alone; types have none. */
export function drillFilter(by: TableGrouping): FilterName | undefined {
  return by === 'eventType' ? undefined : by;
}

/** The table's lines, largest first. Projects of one client are one line where clients are asked for. */
export function groupRows(usage: ViewUsage): GroupRow[] {
  const by = tableGrouping(usage.view.by);
  const rows = new Map<string, GroupRow>();
  const rowOf = (group: GroupUsage): GroupRow => {
    const key = rowKey(by, group.key);
    const known = rows.get(key);
    if (known !== undefined) return known;
    const row = {
      key,
      name: rowName(by, key),
      clientName: by === 'project' ? (projects.byId(key)?.clientName ?? null) : null,
      totalTokens: 0,
      promptTokens: 0,
      completionTokens: 0,
      eventCount: 0,
      before: 0,
    };
    rows.set(key, row);
    return row;
  };
  for (const group of usage.groups) {
    const row = rowOf(group);
    row.totalTokens += group.totalTokens;
    row.promptTokens += group.promptTokens;
    row.completionTokens += group.completionTokens;
    row.eventCount += group.eventCount;
  }
  // What the days before had and these have not is a change as well, but no line of these days.
  for (const group of usage.groupsBefore) {
    const row = rows.get(rowKey(by, group.key));
    if (row !== undefined) row.before += group.totalTokens;
  }
  return [...rows.values()].sort((a, b) => b.totalTokens - a.totalTokens || a.name.localeCompare(b.name));
}

/** The line that a group of the database belongs to. */
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
  return by === 'client' ? t.month.noClient : t.month.noModel;
}
