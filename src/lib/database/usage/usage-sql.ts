import type { UsageGroupKey } from '../../model/usage-stats';
import { rollupColumns } from '../sql/columns';

/** What a query of usage is narrowed to; each name that is true takes one argument, in `argumentsOf` order. */
export interface UsageSqlFilter {
  projects: boolean;
  model: boolean;
  source: boolean;
  eventType: boolean;
  path: boolean;
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
  const from = source(filter, by);
  if (by === null) return `SELECT ${cutSums} ${from}`;
  return `SELECT nullif(${keyColumns[by]}, '') AS key, ${cutSums} ${from}
    GROUP BY ${keyColumns[by]} ORDER BY total_tokens DESC, key`;
}

/** Totals per day or month, ascending. */
export function usageTimeline(filter: UsageSqlFilter, step: TimeStep): string {
  return `SELECT ${stepOf(step)} AS time, ${cutSums} ${source(filter, null)} GROUP BY 1 ORDER BY 1`;
}

/** Tokens per day or month and key. */
export function usageSeries(filter: UsageSqlFilter, step: TimeStep, by: UsageGroupKey): string {
  return `SELECT ${stepOf(step)} AS time, nullif(${keyColumns[by]}, '') AS key, sum(cut.total_tokens) AS total_tokens
    ${source(filter, by)} GROUP BY 1, ${keyColumns[by]} ORDER BY 1`;
}

function stepOf(step: TimeStep): string {
  return step === 'day' ? 'cut.date' : 'substr(cut.date, 1, 7)';
}

/**
 * The rollup that knows enough: the small one where project and day suffice, else the one that is cut finer. Of some
 * projects the small one knows the days, so that the fine one needs no second index.
 */
function source(filter: UsageSqlFilter, by: UsageGroupKey | null): string {
  const narrowed = (['model', 'source', 'eventType', 'path'] as const).filter((name) => filter[name]);
  const isFine = (by !== null && by !== 'project') || narrowed.length > 0;
  const some = (table: string) => `${table}.project_id IN (SELECT value FROM json_each(?)) AND `;
  const more = narrowed.map((name) => ` AND ${keyColumns[name]} = ?`).join('');
  if (!isFine) {
    return `FROM usage_daily AS cut WHERE ${filter.projects ? some('cut') : ''}cut.date BETWEEN ? AND ?`;
  }
  if (!filter.projects) return `FROM usage_daily_breakdown AS cut WHERE cut.date BETWEEN ? AND ?${more}`;
  return `FROM usage_daily AS day
    CROSS JOIN usage_daily_breakdown AS cut ON cut.date = day.date AND cut.project_id = day.project_id
    WHERE ${some('day')}day.date BETWEEN ? AND ?${more}`;
}
