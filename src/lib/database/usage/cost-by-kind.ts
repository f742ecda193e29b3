import { addCostByKind, noCostByKind, type CostByKind } from '../../model/cost-by-kind';
import { divideCost, type CostedUsage } from '../../prices/divide-cost';
import type { UsageFilter } from '../../protocol/commands';
import type { DatabaseContext } from '../context';
import { getCostedUsage, getDaysOfCostedUsage } from './usage-queries';
import type { TimeStep } from './usage-sql';
import { pricerOf } from '../prices/pricer';

/** The known cost of some usage by kind of token. Reads only rollups. */
export function getCostByKind(database: DatabaseContext, filter: UsageFilter, step: TimeStep): CostByKind {
  return divide(database, filter, step, false).get('') ?? noCostByKind;
}

/** The same for each project that has a cost, by its id. */
export function costByKindOfProjects(
  database: DatabaseContext,
  filter: UsageFilter,
): Map<string, CostByKind> {
  return divide(database, filter, 'month', true);
}

type Costed = CostedUsage & { projectId?: string };

/**
 * Divides the largest possible sums. If the result isn't exact, it divides their days one by one, by project and
 * source, so that a changed price or a recorded cost leaves only its own day undivided.
 */
function divide(
  database: DatabaseContext,
  filter: UsageFilter,
  step: TimeStep,
  isByProject: boolean,
): Map<string, CostByKind> {
  const pricer = pricerOf(database);
  const sums = new Map<string, CostByKind>();
  const projectOf = ({ projectId = '' }: Costed): string => (isByProject ? projectId : '');
  const add = (usage: Costed, cost: CostByKind): void => {
    sums.set(projectOf(usage), addCostByKind(sums.get(projectOf(usage)) ?? noCostByKind, cost));
  };
  const key = (usage: Costed): string =>
    JSON.stringify([
      usage.time.slice(0, step === 'month' ? 7 : 10),
      ...[usage.model, usage.provider, usage.llmMode, projectOf(usage)],
    ]);

  const inexact = new Map<string, Costed>();
  for (const usage of getCostedUsage(database, filter, step, isByProject ? ['project_id'] : [])) {
    const cost = divideCost(pricer, usage);
    if (cost === null) inexact.set(key(usage), usage);
    else add(usage, cost);
  }
  if (inexact.size === 0) return sums;
  for (const usage of getDaysOfCostedUsage(database, filter, step, [...inexact.values()])) {
    if (!inexact.has(key(usage))) continue;
    add(usage, divideCost(pricer, usage) ?? { ...noCostByKind, undivided: usage.costNanoUsd });
  }
  return sums;
}
