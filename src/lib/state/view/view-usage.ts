import { budgetIn, isSameScope, type Budget, type BudgetScope, type BudgetState } from '../../model/budget';
import type { CacheSaving } from '../../model/cache-saving';
import type { CostByKind } from '../../model/cost-by-kind';
import { monthOf, type DayRange, type Month } from '../../model/months';
import { comparedWith, daysOf, lengthOf, monthsOf } from '../../model/ranges';
import {
  addUsage,
  noUsage,
  type GroupUsage,
  type LastActivity,
  type SeriesUsage,
  type TimelineUsage,
  type UsageGroupKey,
  type UsageSums,
} from '../../model/usage-stats';
import type { Read, UsageFilter } from '../../protocol/commands';
import type { Reader } from '../database/reader';
import type { Filters, Grouping, View } from './view-address';

/** Longer periods are drawn as months. */
const mostDays = 92;

interface UsageSum extends UsageSums {
  projectCount: number;
}

/** How a usage table can be grouped. */
export type TableGrouping = Exclude<Grouping, 'kind'>;

/** Everything that a usage page shows, read together, so that all parts belong to one view and one moment. */
export interface ViewUsage {
  view: View;
  today: string;
  step: 'day' | 'month';
  /** Every day or month of the axis, ascending. */
  times: readonly string[];
  stats: UsageSum;
  /** Largest first, grouped by `groupKey`: a client's usage is the sum of its projects. */
  groups: readonly GroupUsage[];
  groupsBefore: readonly GroupUsage[];
  series: readonly SeriesUsage[];
  timeline: readonly TimelineUsage[];
  /** Read only when the table's rows are projects; not limited to the shown days. */
  lastActivity: readonly LastActivity[];
  /** The project with the highest known cost; null if nothing has a price. */
  costliest: GroupUsage | null;
  /** How the table is grouped, which `groups` belongs to. */
  tableBy: TableGrouping;
  compared: DayRange | undefined;
  /** The known cost of the shown days. */
  costByKind: CostByKind;
  /** Null if no model in the cloud used a cache. */
  cacheSaving: CacheSaving | null;
  /** The budget of what the page is about. Null if it has none, or the view isn't one whole month of it. */
  budget: BudgetState | null;
  /** The usage of the compared days. Null when there was none or no comparison was asked for. */
  before: UsageSum | null;
}

/** What a filter needs to know about the projects. */
export interface ProjectClients {
  /** Read only when a client is filtered for: nothing else depends on the projects. */
  readonly all: readonly { id: string; clientName: string | null }[];
}

/** `today` is the civil date in the reporting time zone. */
export async function readViewUsage(
  read: Reader,
  view: View,
  today: string,
  projects: ProjectClients,
): Promise<ViewUsage> {
  const { period, by, comparison } = view;
  const step = lengthOf(period) > mostDays ? 'month' : 'day';
  const filter = usageFilter(view.filters, period, projects);
  const compared = comparedWith(period, today, comparison);
  const tableBy = tableGrouping(view);
  const key = groupKey(tableBy);
  const groupsOf = ({ from, to }: DayRange, group: UsageGroupKey): Read<'getUsageTotals'> => [
    'getUsageTotals',
    { ...filter, from, to },
    group,
  ];
  const scope = monthScope(view);
  const [
    groups,
    groupsBefore = [],
    byProject,
    byProjectBefore,
    series = [],
    timeline,
    lastActivity = [],
    budgets = [],
    costByKind,
    cacheSaving,
  ] = await read.together([
    groupsOf(period, key),
    compared && groupsOf(compared, key),
    key === 'project' ? undefined : groupsOf(period, 'project'),
    key === 'project' ? undefined : compared && groupsOf(compared, 'project'),
    by === 'kind' ? undefined : ['getUsageSeries', filter, step, groupKey(by)],
    ['getUsageTimeline', filter, step],
    tableBy === 'project' ? ['getLastActivity'] : undefined,
    scope && ['getBudgets'],
    ['getCostByKind', filter, step],
    ['getCacheSaving', filter, step],
  ]);
  const before = sumOf(groupsBefore, byProjectBefore ?? groupsBefore);
  const stats = sumOf(groups, byProject ?? groups);
  return {
    view,
    today,
    step,
    times: step === 'day' ? daysOf(period) : monthsOf(period),
    stats,
    groups,
    groupsBefore,
    series,
    timeline,
    lastActivity,
    costliest: costliestOf(byProject ?? groups),
    tableBy,
    compared,
    costByKind,
    cacheSaving,
    budget: scope ? budgetOf(budgets, scope, monthOf(period.from), stats) : null,
    before: before.eventCount === 0 ? null : before,
  };
}

/** What a view shows a whole month of: everything, one client or one project. Undefined for anything else. */
export function monthScope({ period, filters }: View): BudgetScope | undefined {
  if (period.kind !== 'month') return undefined;
  const [filter, ...others] = (Object.keys(filters) as (keyof Filters)[]).filter(
    (each) => filters[each] !== undefined,
  );
  if (others.length > 0) return undefined;
  if (filter === undefined) return { scope: 'all', scopeKey: '' };
  if (filter !== 'client' && filter !== 'project') return undefined;
  return { scope: filter, scopeKey: filters[filter] ?? '' };
}

/** Its usage is what the page shows, so that the bar agrees with the cards. */
function budgetOf(
  budgets: readonly Budget[],
  scope: BudgetScope,
  month: Month,
  use: UsageSums,
): BudgetState | null {
  const budget = budgetIn(
    budgets.filter((each) => isSameScope(each, scope)),
    month,
  );
  return budget === undefined ? null : { ...budget, month, name: '', use };
}

/** A table can't be grouped by token kind, so it shows projects, or the models of a single project. */
function tableGrouping({ by, filters }: View): TableGrouping {
  if (by !== 'kind') return by;
  return filters.project === undefined ? 'project' : 'model';
}

/** How the database groups for a grouping of the page. */
function groupKey(by: TableGrouping): UsageGroupKey {
  return by === 'client' ? 'project' : by;
}

/** The filter for the database, which knows a client only by its projects. */
export function usageFilter(filters: Filters, range: DayRange, projects: ProjectClients): UsageFilter {
  const { project, client, model, source, eventType, path } = filters;
  const filter: UsageFilter = { from: range.from, to: range.to, model, source, eventType, path };
  if (client !== undefined) {
    const ofClient = projects.all.filter(({ clientName }) => (clientName ?? '') === client);
    filter.projectIds = ofClient.map(({ id }) => id).filter((id) => project === undefined || id === project);
  } else if (project !== undefined) filter.projectIds = [project];
  return filter;
}

function costliestOf(projects: readonly GroupUsage[]): GroupUsage | null {
  return projects.reduce<GroupUsage | null>(
    (most, each) => (each.costNanoUsd > (most?.costNanoUsd ?? 0) ? each : most),
    null,
  );
}

function sumOf(groups: readonly GroupUsage[], byProject: readonly GroupUsage[]): UsageSum {
  return {
    ...groups.reduce<UsageSums>(addUsage, noUsage),
    projectCount: byProject.filter(({ eventCount }) => eventCount > 0).length,
  };
}
