import { civilDate } from '../../model/civil-time';
import { addCostByKind, noCostByKind, type CostByKind } from '../../model/cost-by-kind';
import { monthOf, rangeOf } from '../../model/months';
import {
  noUsage,
  type AllUsageStats,
  type ProjectUsageStats,
  type UsageStats,
  type UsageSums,
} from '../../model/usage-stats';
import type { DatabaseContext } from '../context';
import { costByKindOfProjects, getCostByKind } from './cost-by-kind';
import { getProjects, requireProject } from '../projects/projects';
import { reportingTimeZone } from '../settings/settings';
import { all } from '../sql/statements';
import * as sql from './statistics-sql';

/** @throws `NotFound` */
export function getUsageStatsByProject(
  database: DatabaseContext,
  projectId: string,
  month = currentMonth(database),
): ProjectUsageStats {
  const project = requireProject(database, projectId);
  const totals = all<UsageSums>(database, sql.projectMonth, [month, projectId])[0] ?? noUsage;
  return {
    month,
    projectId,
    projectName: project.name,
    clientName: project.clientName,
    ...totals,
    costNanoUsdByKind: getCostByKind(database, { ...rangeOf(month), projectIds: [projectId] }, 'month'),
  };
}

export function getGlobalUsageStats(database: DatabaseContext, month = currentMonth(database)): UsageStats {
  return globalStats(database, month, costByKindOfProjects(database, rangeOf(month)));
}

/** Adds up the divided costs of the projects: dividing their sum could differ by rounding. */
function globalStats(
  database: DatabaseContext,
  month: string,
  costs: ReadonlyMap<string, CostByKind>,
): UsageStats {
  return {
    month,
    ...(all<UsageSums>(database, sql.globalMonth, [month])[0] ?? noUsage),
    costNanoUsdByKind: [...costs.values()].reduce(addCostByKind, noCostByKind),
  };
}

export function getAllUsageStats(database: DatabaseContext, month = currentMonth(database)): AllUsageStats {
  const rows = all<UsageSums & { projectId: string }>(database, sql.monthByProject, [month]);
  const byProject = new Map(rows.map((row) => [row.projectId, row]));
  const costs = costByKindOfProjects(database, rangeOf(month));
  const projects = getProjects(database).map((project) => ({
    month,
    projectId: project.id,
    projectName: project.name,
    clientName: project.clientName,
    ...(byProject.get(project.id) ?? noUsage),
    costNanoUsdByKind: costs.get(project.id) ?? noCostByKind,
  }));
  // The projects are sorted by name, and a stable sort keeps that order among equal totals.
  projects.sort((a, b) => b.totalTokens - a.totalTokens);
  return { month, global: globalStats(database, month, costs), projects };
}

export function getUsageMonths(database: DatabaseContext): string[] {
  return all<{ month: string }>(database, sql.months).map((row) => row.month);
}

function currentMonth(database: DatabaseContext): string {
  return monthOf(civilDate(database.now(), reportingTimeZone(database)));
}
