import { monthOf, rangeOf, type DayRange, type Month } from '../../model/months';
import { addUsage, noUsage, type GroupUsage, type UsageSums } from '../../model/usage-stats';
import type { Read } from '../../protocol/commands';
import type { Reader } from '../database/reader';
import { usageFilter, type ProjectClients } from './view-usage';

/** What one client used in one month. */
export interface Statement {
  client: string;
  month: Month;
  /** Projects with usage, largest first. */
  projects: { id: string; models: readonly GroupUsage[]; totals: UsageSums }[];
  totals: UsageSums;
}

/**
 * Reads a statement. All its numbers are read together, so they are consistent.
 * @param client as it is stored; '' for the projects without one
 */
export async function readStatement(
  read: Reader,
  client: string,
  month: Month,
  projects: ProjectClients,
): Promise<Statement> {
  const filter = usageFilter({ client }, rangeOf(month), projects);
  const modelsOf = (id: string): Read<'getUsageTotals'> => [
    'getUsageTotals',
    { ...filter, projectIds: [id] },
    'model',
  ];
  // The first round only finds out which projects have usage. Ask again until no write has changed that in between.
  let ids: string[] = [];
  let used: GroupUsage[];
  let models: GroupUsage[][];
  let isOneMoment: boolean;
  do {
    const asked = ids;
    const [totals, ...rest] = await read.together([
      ['getUsageTotals', filter, 'project'],
      ...asked.map(modelsOf),
    ]);
    used = totals.filter(({ key }) => key !== null);
    models = rest;
    ids = used.map(({ key }) => key ?? '');
    isOneMoment = ids.length === asked.length && ids.every((id, index) => id === asked[index]);
  } while (!isOneMoment);
  const byProject = models.map((each, index) => ({
    id: ids[index] ?? '',
    models: each,
    totals: totalsOf(each),
  }));
  return {
    client,
    month,
    projects: byProject,
    totals: totalsOf(used),
  };
}

/** The month of the statement for the shown days: the one in which they end, but no future month. */
export function statementMonth({ to }: DayRange, today: string): Month {
  return monthOf(to < today ? to : today);
}

function totalsOf(groups: readonly GroupUsage[]): UsageSums {
  return groups.reduce<UsageSums>(addUsage, noUsage);
}
