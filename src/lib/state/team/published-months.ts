import type { TeamMonth, TeamRow } from '../../model/team';
import { withMarks } from '../../team/marks';
import { call } from '../database/connection.svelte';
import { settings } from '../database/settings.svelte';
import { allDays } from '../view/view-address';
import type { ProjectLink } from './stored-team';

type MonthToPublish = Pick<TeamMonth, 'projectId' | 'month' | 'rows'>;

/** By time zone, which decides the days, project and month: the sums that the rows were read for, so that a month without changes isn't read again. */
const known = new Map<string, { sums: string; rows: TeamRow[] }>();

/**
 * Everything that is published with these links. Projects that are linked to the same project of the team are one.
 * @param markKey of the roster
 */
export async function monthsToPublish(
  links: readonly ProjectLink[],
  markKey: string | undefined,
): Promise<MonthToPublish[]> {
  const months: MonthToPublish[] = [];
  for (const teamProjectId of new Set(links.map((link) => link.teamProjectId))) {
    const projectIds = links
      .filter((link) => link.teamProjectId === teamProjectId)
      .map(({ projectId }) => projectId);
    for (const { month, rows } of await dayRows(projectIds))
      months.push({ projectId: teamProjectId, month, rows: await withMarks(rows, markKey) });
  }
  return months;
}

/** The day rows of these projects by month, ascending; with marks as the database gives them. */
export async function dayRows(projectIds: string[]): Promise<{ month: string; rows: TeamRow[] }[]> {
  const usage = await call('getUsageTimeline', { ...allDays, projectIds }, 'month');
  const months: { month: string; rows: TeamRow[] }[] = [];
  for (const { time: month, ...rest } of usage) {
    const key = JSON.stringify([settings.timeZone, projectIds, month]);
    const sums = JSON.stringify(rest);
    let found = known.get(key);
    if (found?.sums !== sums) {
      // One month at a time, so that the database can answer the page in between.
      found = { sums, rows: await call('getTeamRows', projectIds, [month]) };
      known.set(key, found);
    }
    months.push({ month, rows: found.rows });
  }
  return months;
}
