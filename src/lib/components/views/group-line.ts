import { amountOf, type Measure } from '../../model/measure';
import type { ProjectSummary } from '../../model/project';
import { projects } from '../../state/projects/projects.svelte';
import { eventsLink } from '../../state/view/links';
import { withFilter } from '../../state/view/view-address';
import type { ViewUsage } from '../../state/view/view-usage';
import { clientViewLink, projectViewLink, viewLink } from '../../state/view/view.svelte';
import { formatCompact, formatDate, formatNumber } from '../../texts/format';
import { formatPriced, isUnknown, shareText, withMark } from '../../texts/format-cost';
import { t } from '../../texts/texts';
import { changeWords } from './change-words';
import { amountBefore, costsBefore, type GroupRow } from '../usage/group-rows';

/**
 * The content of one row of a usage table, computed at once: a function call in a template costs more than the cell
 * it is for.
 */
export interface GroupLine {
  key: string;
  href: string;
  title: string;
  name: string;
  client: string;
  cost: string;
  unpriced: string;
  tokens: string;
  share: string;
  events: string;
  eventsHref: string;
  eventsLabel: string;
  change: string;
  /** 'YYYY-MM-DD', and formatted. */
  lastActivity: string | null;
  lastActivityText: string;
  /** Set if the rows are projects. */
  project: ProjectSummary | undefined;
}

export function groupLine(row: GroupRow, { view, tableBy, stats }: ViewUsage, measure: Measure): GroupLine {
  const { key, name, totalTokens, unpricedTokens, eventCount, lastActivity } = row;
  const filters = withFilter(view.filters, tableBy, key);
  const isComparable = measure === 'tokens' || !(isUnknown(row) || isUnknown(costsBefore(row)));
  return {
    key,
    name,
    ...leadsTo(row, tableBy, filters),
    client: row.clientName ?? '',
    cost: withMark(formatPriced(row), row),
    unpriced: unpricedTokens === 0 ? '' : formatCompact(unpricedTokens),
    tokens: withMark(formatNumber(totalTokens), row),
    share: shareText(measure, row, stats),
    events: formatNumber(eventCount),
    eventsHref: eventsLink(view.period, filters),
    eventsLabel: t.month.eventsOf(eventCount, name),
    change: isComparable ? changeWords(amountOf(measure, row), amountBefore(measure, row)) : '',
    lastActivity,
    lastActivityText: lastActivity === null ? '' : formatDate(lastActivity),
    project: tableBy === 'project' ? projects.byId(key) : undefined,
  };
}

/** A project or a client has its own page; anything else leads to this page with a filter. */
function leadsTo(
  { key, name }: GroupRow,
  by: ViewUsage['tableBy'],
  filters: ViewUsage['view']['filters'],
): Pick<GroupLine, 'href' | 'title'> {
  if (by === 'project') return { href: projectViewLink(key), title: name };
  if (by === 'client') return { href: clientViewLink(key), title: name };
  return { href: viewLink({ by: 'project', filters }), title: t.month.onlyThis(name) };
}
