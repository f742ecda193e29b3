import * as shape from '../arguments';
import { define } from '../sql/define-command';
import { getCacheSaving } from './cache-saving';
import { getCostByKind } from './cost-by-kind';
import { getUsageHours } from './hours';
import { getLastActivity } from './last-activity';
import { getPlanWindows } from './plan-windows';
import { getAllUsageStats, getGlobalUsageStats, getUsageMonths, getUsageStatsByProject } from './statistics';
import { getUsageSeries, getUsageTimeline, getUsageTotals } from './usage-queries';

const { month, usageFilter } = shape;

export const usageCommands = {
  getUsageStatsByProject: define({
    args: [shape.id, month],
    reads: ['usage', 'projects', 'settings', 'prices'],
    run: getUsageStatsByProject,
  }),
  getGlobalUsageStats: define({
    args: [month],
    reads: ['usage', 'settings', 'prices'],
    run: getGlobalUsageStats,
  }),
  getAllUsageStats: define({
    args: [month],
    reads: ['usage', 'projects', 'settings', 'prices'],
    run: getAllUsageStats,
  }),
  getUsageMonths: define({ args: [], reads: ['usage'], run: getUsageMonths }),
  getUsageTotals: define({
    args: [usageFilter, shape.groupKey],
    reads: ['usage'],
    run: getUsageTotals,
  }),
  getUsageTimeline: define({
    args: [usageFilter, shape.timeStep],
    reads: ['usage'],
    run: getUsageTimeline,
  }),
  getUsageSeries: define({
    args: [usageFilter, shape.timeStep, shape.seriesKey],
    reads: ['usage'],
    run: getUsageSeries,
  }),
  getUsageHours: define({ args: [usageFilter], reads: ['usage'], run: getUsageHours }),
  getPlanWindows: define({ args: [shape.time], reads: ['usage'], run: getPlanWindows }),
  getLastActivity: define({ args: [], reads: ['usage', 'projects'], run: getLastActivity }),
  getCacheSaving: define({
    args: [usageFilter, shape.timeStep],
    reads: ['prices', 'usage'],
    run: getCacheSaving,
  }),
  getCostByKind: define({
    args: [usageFilter, shape.timeStep],
    reads: ['prices', 'usage'],
    run: getCostByKind,
  }),
};
