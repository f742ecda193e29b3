import { comparedRange, datesOf, rangeOf, type DayRange, type Month } from '../model/months';
import { addTokens, noTokens, withTotals, type TokenTotals } from '../model/tokens';
import type { DailyUsage, ProjectUsageStats, UsageStats } from '../model/usage-stats';
import { call } from './connection.svelte';

/** Everything that the month page shows, read together, so that its parts belong to one month and one moment. */
export interface MonthUsage {
  month: Month;
  dates: readonly string[];
  stats: UsageStats;
  /** Projects with usage in the month, largest first. */
  projects: readonly ProjectUsageStats[];
  daily: readonly DailyUsage[];
  compared: DayRange;
  /** What the compared days held, in all and by project. Null: they held nothing, so there is nothing to compare. */
  before: TokenTotals | null;
  beforeByProject: ReadonlyMap<string, number>;
}

/** One month of all projects, or of one. `today` is the civil date in the reporting time zone. */
export async function readMonthUsage(month: Month, today: string, projectId?: string): Promise<MonthUsage> {
  const compared = comparedRange(month, today);
  const scope = projectId === undefined ? [] : ([projectId] as const);
  const [stats, all, daily, dailyBefore] = await Promise.all([
    projectId === undefined ? undefined : call('getUsageStatsByProject', projectId, month),
    projectId === undefined ? call('getAllUsageStats', month) : undefined,
    call('getDailyUsage', rangeOf(month), ...scope),
    call('getDailyUsage', compared, ...scope),
  ]);
  const global = stats ?? all?.global;
  if (global === undefined) throw new Error('either one project or all were asked for');
  const beforeByProject = new Map<string, number>();
  for (const row of dailyBefore) {
    beforeByProject.set(row.projectId, (beforeByProject.get(row.projectId) ?? 0) + row.totalTokens);
  }
  return {
    month,
    dates: datesOf(month),
    stats: global,
    projects: (all?.projects ?? []).filter((project) => project.eventCount > 0),
    daily,
    compared,
    before: dailyBefore.length === 0 ? null : withTotals(dailyBefore.reduce(addTokens, noTokens)),
    beforeByProject,
  };
}
