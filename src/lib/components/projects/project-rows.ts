import type { ProjectSummary } from '../../model/project';
import type { Sort } from '../../state/view/list-sort';
import { t } from '../../texts/texts';
import type { ExportColumn } from '../export/table-export';

export const projectColumns = ['name', 'client', 'tokens', 'activity'] as const;
export type ProjectColumn = (typeof projectColumns)[number];

/** What the list says of projects besides their names, by their ids. */
export interface ProjectUse {
  /** This month's. */
  tokens: ReadonlyMap<string, number>;
  /** The last civil day with usage. */
  lastActivity: ReadonlyMap<string, string>;
}

/** Those whose name or client holds the text, in order; what has no client comes last by client. */
export function orderedProjects(
  projects: readonly ProjectSummary[],
  filter: string,
  { column, isAscending }: Sort<ProjectColumn>,
  { tokens, lastActivity }: ProjectUse,
): ProjectSummary[] {
  // One collator for all comparisons: `localeCompare` alone makes sorting thousands slow.
  const collator = new Intl.Collator();
  const wanted = filter.trim().toLocaleLowerCase();
  const byName = (a: ProjectSummary, b: ProjectSummary) => collator.compare(a.name, b.name);
  const orders: Record<ProjectColumn, (a: ProjectSummary, b: ProjectSummary) => number> = {
    name: byName,
    client: (a, b) => collator.compare(a.clientName ?? '\uffff', b.clientName ?? '\uffff'),
    tokens: (a, b) => (tokens.get(a.id) ?? 0) - (tokens.get(b.id) ?? 0),
    activity: (a, b) => collator.compare(lastActivity.get(a.id) ?? '', lastActivity.get(b.id) ?? ''),
  };
  return projects
    .filter(({ name, clientName }) => `${name}\n${clientName ?? ''}`.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => (isAscending ? 1 : -1) * orders[column](a, b) || byName(a, b));
}

/** What is saved of the list. */
export function exportedColumns({ tokens, lastActivity }: ProjectUse): ExportColumn<ProjectSummary>[] {
  return [
    { key: 'project', head: t.month.project, value: ({ name }) => name },
    { key: 'client', head: t.month.client, value: ({ clientName }) => clientName },
    { key: 'tokens', head: t.exports.tokensThisMonth, value: ({ id }) => tokens.get(id) ?? 0 },
    { key: 'lastActivity', head: t.month.lastActivity, value: ({ id }) => lastActivity.get(id) ?? null },
    {
      key: 'archived',
      head: t.exports.isArchived,
      value: ({ isArchived }) => (isArchived ? t.exports.yes : null),
    },
  ];
}
