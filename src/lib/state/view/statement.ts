import { resolve } from '$app/paths';
import { monthOf, rangeOf, type DayRange, type Month } from '../../model/months';
import { addTokens, noTokens, withTotals, type TokenTotals } from '../../model/tokens';
import type { GroupUsage } from '../../model/usage-stats';
import { call } from '../database/connection.svelte';
import { usageFilter, type ProjectClients } from './view-usage';

/** What one client used in one month. */
export interface Statement {
  client: string;
  month: Month;
  /** Those with usage, largest first. */
  projects: { id: string; models: readonly GroupUsage[]; totals: TokenTotals }[];
  totals: TokenTotals;
  outputNotFinalCount: number;
}

/** `client` as it is stored; '' is the projects without one. */
export async function readStatement(
  client: string,
  month: Month,
  projects: ProjectClients,
): Promise<Statement> {
  const filter = usageFilter({ client }, rangeOf(month), projects);
  const used = (await call('getUsageTotals', filter, 'project')).filter(({ key }) => key !== null);
  const byProject = await Promise.all(
    used.map(async ({ key }) => {
      const id = key ?? '';
      const models = await call('getUsageTotals', { ...filter, projectIds: [id] }, 'model');
      return { id, models, totals: totalsOf(models) };
    }),
  );
  return {
    client,
    month,
    projects: byProject,
    totals: totalsOf(used),
    outputNotFinalCount: used.reduce((sum, each) => sum + each.outputNotFinalCount, 0),
  };
}

/** The month whose statement belongs to the shown days: the one in which they end, none that is still to come. */
export function statementMonth({ to }: DayRange, today: string): Month {
  return monthOf(to < today ? to : today);
}

/** The address of a statement; without a client it asks for one. */
export function statementLink(client: string | undefined, month: Month): string {
  const query = new URLSearchParams(client === undefined ? { month } : { client, month });
  return `${resolve('/statement')}?${query}`;
}

function totalsOf(groups: readonly GroupUsage[]): TokenTotals {
  return withTotals(groups.reduce(addTokens, noTokens));
}
