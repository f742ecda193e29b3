import { rangeOf, type Month } from '../../model/months';
import type { GroupUsage, TimelineUsage } from '../../model/usage-stats';
import { call } from '../database/connection.svelte';

/** What one client's projects used: a month and a year, read together. */
export interface ClientUsage {
  month: GroupUsage | undefined;
  year: GroupUsage | undefined;
  /** Months of the year that have usage, ascending. */
  months: readonly TimelineUsage[];
  /** Tokens by project id. */
  monthByProject: ReadonlyMap<string, number>;
  yearByProject: ReadonlyMap<string, number>;
}

/** `year` is 'YYYY'; both are civil in the reporting time zone. */
export async function readClientUsage(
  projectIds: string[],
  month: Month,
  year: string,
): Promise<ClientUsage> {
  const ofMonth = { ...rangeOf(month), projectIds };
  const ofYear = { from: `${year}-01-01`, to: `${year}-12-31`, projectIds };
  const [monthTotal, yearTotal, months, monthProjects, yearProjects] = await Promise.all([
    call('getUsageTotals', ofMonth, null),
    call('getUsageTotals', ofYear, null),
    call('getUsageTimeline', ofYear, 'month'),
    call('getUsageTotals', ofMonth, 'project'),
    call('getUsageTotals', ofYear, 'project'),
  ]);
  return {
    month: monthTotal[0],
    year: yearTotal[0],
    months,
    monthByProject: byProject(monthProjects),
    yearByProject: byProject(yearProjects),
  };
}

function byProject(rows: readonly GroupUsage[]): Map<string, number> {
  return new Map(rows.map((row) => [row.key ?? '', row.totalTokens]));
}
