import type { ProjectSummary } from '../../model/project';
import { amountOf, type Measure } from '../../model/measure';
import { noUsage, type UsageSums } from '../../model/usage-stats';
import type { Sort } from '../../state/view/list-sort';
import { t } from '../../texts/texts';
import type { Column } from '../lists/column';
import { costColumns } from '../lists/usage-columns';

export const projectColumns = ['name', 'client', 'tokens', 'activity'] as const;
export type ProjectColumn = (typeof projectColumns)[number];

/** What the list shows about projects besides their names, by project id. */
export interface ProjectUse {
  /** Of the current month. */
  usage: ReadonlyMap<string, UsageSums>;
  /** The last civil day with usage. */
  lastActivity: ReadonlyMap<string, string>;
}

/** The projects whose name or client contains the text, in order. By client, projects without one come last. */
export function orderedProjects(
  projects: readonly ProjectSummary[],
  filter: string,
  { column, isAscending }: Sort<ProjectColumn>,
  { usage, lastActivity }: ProjectUse,
  measure: Measure,
): ProjectSummary[] {
  // One collator for all comparisons: `localeCompare` alone makes sorting thousands of names slow.
  const collator = new Intl.Collator();
  const wanted = filter.trim().toLocaleLowerCase();
  const amount = ({ id }: ProjectSummary) => amountOf(measure, usage.get(id) ?? noUsage);
  const byName = (a: ProjectSummary, b: ProjectSummary) => collator.compare(a.name, b.name);
  const orders: Record<ProjectColumn, (a: ProjectSummary, b: ProjectSummary) => number> = {
    name: byName,
    client: (a, b) => collator.compare(a.clientName ?? '\uffff', b.clientName ?? '\uffff'),
    tokens: (a, b) => amount(a) - amount(b),
    activity: (a, b) => collator.compare(lastActivity.get(a.id) ?? '', lastActivity.get(b.id) ?? ''),
  };
  return projects
    .filter(({ name, clientName }) => `${name}\n${clientName ?? ''}`.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => (isAscending ? 1 : -1) * orders[column](a, b) || byName(a, b));
}

/** The exported columns of the list. */
export function exportedColumns({ usage, lastActivity }: ProjectUse): Column<ProjectSummary>[] {
  return [
    { key: 'project', head: t.month.project, value: ({ name }) => name },
    { key: 'client', head: t.month.client, value: ({ clientName }) => clientName },
    { key: 'tokens', head: t.exports.tokensThisMonth, value: ({ id }) => usage.get(id)?.totalTokens ?? 0 },
    ...costColumns<ProjectSummary>(({ id }) => usage.get(id) ?? noUsage),
    { key: 'lastActivity', head: t.month.lastActivity, value: ({ id }) => lastActivity.get(id) ?? null },
    {
      key: 'archived',
      head: t.exports.isArchived,
      value: ({ isArchived }) => (isArchived ? t.exports.yes : null),
    },
  ];
}
