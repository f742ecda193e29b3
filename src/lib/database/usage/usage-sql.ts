import type { UsageGroupKey } from '../../model/usage-stats';
import { rollupColumns } from '../sql/columns';

/** What a query of usage is narrowed to; each name that is true takes one argument, in `argumentsOf` order. */
export interface UsageSqlFilter {
  projects: boolean;
  model: boolean;
  source: boolean;
  eventType: boolean;
  path: boolean;
  /** The range begins with a month and ends with one. */
  wholeMonths: boolean;
}

export type TimeStep = 'day' | 'month';

const keyColumns: Record<UsageGroupKey, string> = {
  project: 'cut.project_id',
  model: 'cut.model',
  provider: 'cut.provider',
  source: 'cut.source',
  eventType: 'cut.event_type',
  llmMode: 'cut.llm_mode',
  path: 'cut.path',
};

// Named with its table: `usage_daily`, which may stand beside it, has the same columns.
const cutSums = rollupColumns.map((column) => `coalesce(sum(cut.${column}), 0) AS ${column}`).join(', ');

/** Totals of the range, one row per key (largest first), or one row of all. */
export function usageTotals(filter: UsageSqlFilter, by: UsageGroupKey | null): string {
  const from = source(filter, by, 'month');
  if (by === null) return `SELECT ${cutSums} ${from}`;
  return `SELECT nullif(${keyColumns[by]}, '') AS key, ${cutSums} ${from}
    GROUP BY ${keyColumns[by]} ORDER BY total_tokens DESC, key`;
}

/** Totals per day or month, ascending. */
export function usageTimeline(filter: UsageSqlFilter, step: TimeStep): string {
  const time = timeOf(filter, null, step);
  return `SELECT ${time} AS time, ${cutSums} ${source(filter, null, step)} GROUP BY 1 ORDER BY 1`;
}

/** Tokens per day or month and key. */
export function usageSeries(filter: UsageSqlFilter, step: TimeStep, by: UsageGroupKey): string {
  return `SELECT ${timeOf(filter, by, step)} AS time, nullif(${keyColumns[by]}, '') AS key, sum(cut.total_tokens) AS total_tokens
    ${source(filter, by, step)} GROUP BY 1, ${keyColumns[by]} ORDER BY 1`;
}

/** Which rollup a query reads is also what its two arguments of time are: months of `usage_monthly`, else days. */
export function readsMonths(filter: UsageSqlFilter, by: UsageGroupKey | null, step: TimeStep): boolean {
  return step === 'month' && filter.wholeMonths && !isFine(filter, by);
}

function isFine(filter: UsageSqlFilter, by: UsageGroupKey | null): boolean {
  return (by !== null && by !== 'project') || narrowedBy(filter).length > 0;
}

function narrowedBy(filter: UsageSqlFilter) {
  return (['model', 'source', 'eventType', 'path'] as const).filter((name) => filter[name]);
}

function timeOf(filter: UsageSqlFilter, by: UsageGroupKey | null, step: TimeStep): string {
  if (readsMonths(filter, by, step)) return 'cut.month';
  return step === 'day' ? 'cut.date' : 'substr(cut.date, 1, 7)';
}

/**
 * The smallest rollup that knows enough: whole months, days, or days that are cut finer. Of some projects the daily one
 * knows the days, so that the fine one needs no second index.
 */
function source(filter: UsageSqlFilter, by: UsageGroupKey | null, step: TimeStep): string {
  const some = (table: string) => `${table}.project_id IN (SELECT value FROM json_each(?)) AND `;
  const more = narrowedBy(filter)
    .map((name) => ` AND ${keyColumns[name]} = ?`)
    .join('');
  if (!isFine(filter, by)) {
    const [table, time] = readsMonths(filter, by, step)
      ? ['usage_monthly', 'month']
      : ['usage_daily', 'date'];
    return `FROM ${table} AS cut WHERE ${filter.projects ? some('cut') : ''}cut.${time} BETWEEN ? AND ?`;
  }
  if (!filter.projects) return `FROM usage_daily_breakdown AS cut WHERE cut.date BETWEEN ? AND ?${more}`;
  return `FROM usage_daily AS day
    CROSS JOIN usage_daily_breakdown AS cut ON cut.date = day.date AND cut.project_id = day.project_id
    WHERE ${some('day')}day.date BETWEEN ? AND ?${more}`;
}
