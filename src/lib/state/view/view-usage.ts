import type { DayRange } from '../../model/months';
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

/** More days than these are drawn as months. */
const mostDays = 92;

interface UsageSum extends UsageSums {
  projectCount: number;
}

/** By what a table of usage can be split. */
export type TableGrouping = Exclude<Grouping, 'kind'>;

/** Everything that a page of numbers shows, read together, so that its parts belong to one view and one moment. */
export interface ViewUsage {
  view: View;
  today: string;
  step: 'day' | 'month';
  /** Every day or month of the axis, ascending. */
  times: readonly string[];
  stats: UsageSum;
  /** Largest first, by what `groupKey` says: clients are made of projects. */
  groups: readonly GroupUsage[];
  groupsBefore: readonly GroupUsage[];
  series: readonly SeriesUsage[];
  timeline: readonly TimelineUsage[];
  /** Where the lines of the table are projects, also beyond the shown days. */
  lastActivity: readonly LastActivity[];
  /** By what `groups` are the lines of a table. */
  tableBy: TableGrouping;
  compared: DayRange | undefined;
  /** What the compared days held. Null: nothing, or nothing was asked for, so there is nothing to compare. */
  before: UsageSum | null;
}

/** What a filter needs to know of the projects. */
export interface ProjectClients {
  /** Read only where a client is asked for: nothing else depends on the projects. */
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
  const [groups, groupsBefore = [], byProject, byProjectBefore, series = [], timeline, lastActivity = []] =
    await read.together([
      groupsOf(period, key),
      compared && groupsOf(compared, key),
      key === 'project' ? undefined : groupsOf(period, 'project'),
      key === 'project' ? undefined : compared && groupsOf(compared, 'project'),
      by === 'kind' ? undefined : ['getUsageSeries', filter, step, groupKey(by)],
      ['getUsageTimeline', filter, step],
      tableBy === 'project' ? ['getLastActivity'] : undefined,
    ]);
  const before = sumOf(groupsBefore, byProjectBefore ?? groupsBefore);
  return {
    view,
    today,
    step,
    times: step === 'day' ? daysOf(period) : monthsOf(period),
    stats: sumOf(groups, byProject ?? groups),
    groups,
    groupsBefore,
    series,
    timeline,
    lastActivity,
    tableBy,
    compared,
    before: before.eventCount === 0 ? null : before,
  };
}

/** Kinds of tokens split no table: it shows projects then, or the models of one. */
function tableGrouping({ by, filters }: View): TableGrouping {
  if (by !== 'kind') return by;
  return filters.project === undefined ? 'project' : 'model';
}

/** By what the database groups for a grouping of the page. */
function groupKey(by: TableGrouping): UsageGroupKey {
  return by === 'client' ? 'project' : by;
}

/** What the database is asked for: clients are known by their projects. */
export function usageFilter(filters: Filters, range: DayRange, projects: ProjectClients): UsageFilter {
  const { project, client, model, source, eventType, path } = filters;
  const filter: UsageFilter = { from: range.from, to: range.to, model, source, eventType, path };
  if (client !== undefined) {
    const ofClient = projects.all.filter(({ clientName }) => (clientName ?? '') === client);
    filter.projectIds = ofClient.map(({ id }) => id).filter((id) => project === undefined || id === project);
  } else if (project !== undefined) filter.projectIds = [project];
  return filter;
}

function sumOf(groups: readonly GroupUsage[], byProject: readonly GroupUsage[]): UsageSum {
  return {
    ...groups.reduce<UsageSums>(addUsage, noUsage),
    projectCount: byProject.filter(({ eventCount }) => eventCount > 0).length,
  };
}
