import type { GroupUsage, TimelineUsage, UsageGroupKey, UsageHours } from '../../model/usage-stats';
import { call } from '../database/connection.svelte';
import { createReader } from '../database/reader';
import type { View } from './view-address';
import { usageFilter, type ProjectClients } from './view-usage';

/**
 * The data of the panels below the table: every day of the year in which the shown period ends, and the hours of the
 * week.
 */
export interface Panels extends UsageHours {
  days: readonly TimelineUsage[];
}

export async function readPanels({ period, filters }: View, projects: ProjectClients): Promise<Panels> {
  const year = period.to.slice(0, 4);
  const ofYear = usageFilter(filters, { from: `${year}-01-01`, to: `${year}-12-31` }, projects);
  const read = createReader((reads) => call('readTogether', reads));
  const [days, week] = await read.together([
    ['getUsageTimeline', ofYear, 'day'],
    ['getUsageHours', usageFilter(filters, period, projects)],
  ]);
  return { days, ...week };
}

export function readGroups(
  { period, filters }: View,
  by: UsageGroupKey,
  projects: ProjectClients,
): Promise<readonly GroupUsage[]> {
  return call('getUsageTotals', usageFilter(filters, period, projects), by);
}
