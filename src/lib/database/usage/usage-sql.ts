import type { UsageGroupKey } from '../../model/usage-stats';
import { rollupColumns, sumsOfRollups as sums } from '../events/event-columns';

/** The filters of a usage query. Each that is true takes one argument, in the order of `argumentsOf`. */
export interface UsageSqlFilter {
  projects: boolean;
  model: boolean;
  source: boolean;
  eventType: boolean;
  path: boolean;
}

export type TimeStep = 'day' | 'month';

/**
 * A part of the range and the rollup that it is read from: whole months from the monthly rollups, other days from the
 * daily ones. Each has its own arguments (`argumentsOf` in usage-queries.ts).
 */
export type Stretch = TimeStep;

const keyColumns: Record<UsageGroupKey, string> = {
  project: 'project_id',
  model: 'model',
  provider: 'provider',
  source: 'source',
  eventType: 'event_type',
  llmMode: 'llm_mode',
  path: 'path',
};

/** Totals of the range, one row per key (largest first), or one row in all. */
export function usageTotals(
  filter: UsageSqlFilter,
  stretches: readonly Stretch[],
  by: UsageGroupKey | null,
): string {
  const from = `FROM (${union(filter, stretches, by, 'month')})`;
  if (by === null) return `SELECT ${sums} ${from}`;
  return `SELECT nullif(key, '') AS key, ${sums} ${from} GROUP BY key ORDER BY total_tokens DESC, key`;
}

/** Totals by day or month, ascending. */
export function usageTimeline(filter: UsageSqlFilter, stretches: readonly Stretch[], step: TimeStep): string {
  return `SELECT time, ${sums} FROM (${union(filter, stretches, null, step)}) GROUP BY time ORDER BY time`;
}

/** Tokens and costs by day or month and key. */
export function usageSeries(
  filter: UsageSqlFilter,
  stretches: readonly Stretch[],
  step: TimeStep,
  by: UsageGroupKey,
): string {
  return `SELECT time, nullif(key, '') AS key, sum(total_tokens) AS total_tokens,
      sum(cost_nano_usd) AS cost_nano_usd, sum(unpriced_tokens) AS unpriced_tokens
    FROM (${union(filter, stretches, by, step)}) GROUP BY time, key ORDER BY time`;
}

/** The tokens in caches by time, provider and model, of models that don't run locally. */
export function cachedUsage(filter: UsageSqlFilter, stretches: readonly Stretch[], step: TimeStep): string {
  const counters = ['cache_read_tokens', 'cache_write_5m_tokens', 'cache_write_1h_tokens'];
  const columns = counters.map((each) => `sum(${each}) AS ${each}`).join(', ');
  return `SELECT time, nullif(key, '') AS model, nullif(provider, '') AS provider, ${columns}
    FROM (${union(filter, stretches, 'model', step, ['provider', 'llm_mode'])})
    WHERE llm_mode <> 'local' GROUP BY time, key, provider HAVING sum(${counters.join(' + ')}) > 0`;
}

export type CostGroup = 'project_id' | 'source' | 'event_type';

/**
 * Tokens and costs by time, provider, model, mode and other keys, of rollup rows with a cost.
 * @param some limits it to the days or months, providers and models in an additional argument, a JSON list
 */
export function costedUsage(
  filter: UsageSqlFilter,
  stretches: readonly Stretch[],
  step: TimeStep,
  by: readonly CostGroup[],
  some?: TimeStep,
): string {
  const time = some === 'month' ? 'substr(time, 1, 7)' : 'time';
  const within = `AND (${time}, key, provider, llm_mode) IN
      (SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?))`;
  const shown = ['time', 'llm_mode', ...by].join(', ');
  return `SELECT nullif(key, '') AS model, nullif(provider, '') AS provider, ${shown}, ${sums}
    FROM (${union(filter, stretches, 'model', step, ['provider', 'llm_mode', ...by])})
    WHERE cost_nano_usd > 0 ${some === undefined ? '' : within}
    GROUP BY ${['time', 'key', 'provider', 'llm_mode', ...by].join(', ')}`;
}

function union(
  filter: UsageSqlFilter,
  stretches: readonly Stretch[],
  by: UsageGroupKey | null,
  step: TimeStep,
  more: readonly string[] = [],
): string {
  return stretches.map((stretch) => rowsOf(filter, stretch, by, step, more)).join(' UNION ALL ');
}

/**
 * The rows of the coarsest rollup with the needed columns. With a project filter, the times come from the plain
 * rollup, so that the more detailed one needs no second index.
 */
function rowsOf(
  filter: UsageSqlFilter,
  stretch: Stretch,
  by: UsageGroupKey | null,
  step: TimeStep,
  extra: readonly string[],
): string {
  const [plain, fine, time] =
    stretch === 'month'
      ? ['usage_monthly', 'usage_monthly_breakdown', 'month']
      : ['usage_daily', 'usage_daily_breakdown', 'date'];
  const narrowed = (['model', 'source', 'eventType', 'path'] as const).filter((name) => filter[name]);
  const isFine = (by !== null && by !== 'project') || narrowed.length > 0;
  const some = (table: string) =>
    filter.projects ? `${table}.project_id IN (SELECT value FROM json_each(?)) AND ` : '';
  const within = (table: string) => `WHERE ${some(table)}${table}.${time} BETWEEN ? AND ?`;
  const from = !isFine
    ? `${plain} AS cut ${within('cut')}`
    : !filter.projects
      ? `${fine} AS cut ${within('cut')}`
      : `${plain} AS time CROSS JOIN ${fine} AS cut
          ON cut.${time} = time.${time} AND cut.project_id = time.project_id ${within('time')}`;
  const shown = stretch === 'day' && step === 'month' ? 'substr(cut.date, 1, 7)' : `cut.${time}`;
  const columns = [
    `${shown} AS time`,
    ...(by === null ? [] : [`cut.${keyColumns[by]} AS key`]),
    ...extra.map((column) => `cut.${column}`),
    ...rollupColumns.map((column) => `cut.${column}`),
  ];
  const more = narrowed.map((name) => ` AND cut.${keyColumns[name]} = ?`).join('');
  return `SELECT ${columns.join(', ')} FROM ${from}${more}`;
}
