import type { BreakdownKey } from '../../model/usage-stats';
import { rollupColumns, sums, tokenColumns } from '../sql/columns';

/** The queries of the statistics, apart, so that a test can show their plans: rollups only, and always by an index. */

export const globalMonth = `SELECT ${sums(rollupColumns)} FROM usage_daily WHERE date BETWEEN ? AND ?`;

export const projectMonth = `SELECT ${sums(rollupColumns)} FROM usage_daily
  WHERE project_id = ? AND date BETWEEN ? AND ?`;

export const monthByProject = `SELECT project_id, ${sums(rollupColumns)} FROM usage_daily
  WHERE date BETWEEN ? AND ? GROUP BY project_id`;

export const daily = `SELECT project_id, date, ${rollupColumns.join(', ')} FROM usage_daily
  WHERE date BETWEEN ? AND ? ORDER BY date, project_id`;

export const dailyOfProject = `SELECT project_id, date, ${rollupColumns.join(', ')} FROM usage_daily
  WHERE project_id = ? AND date BETWEEN ? AND ? ORDER BY date`;

const keyColumns: Record<BreakdownKey, string> = {
  model: 'model',
  provider: 'provider',
  source: 'source',
  eventType: 'event_type',
  llmMode: 'llm_mode',
  path: 'path',
};

const breakdownColumns = [...tokenColumns, 'event_count'];

export function breakdown(by: BreakdownKey): string {
  const column = keyColumns[by];
  return `SELECT nullif(${column}, '') AS key, ${sums(breakdownColumns)} FROM usage_daily_breakdown
    WHERE date BETWEEN ? AND ? GROUP BY ${column} ORDER BY total_tokens DESC, key`;
}

/** `usage_daily` knows the project's days, so that the breakdown needs no second index. */
export function breakdownOfProject(by: BreakdownKey): string {
  const column = `cut.${keyColumns[by]}`;
  const cutSums = breakdownColumns.map((each) => `sum(cut.${each}) AS ${each}`).join(', ');
  return `SELECT nullif(${column}, '') AS key, ${cutSums} FROM usage_daily AS day
    CROSS JOIN usage_daily_breakdown AS cut ON cut.date = day.date AND cut.project_id = day.project_id
    WHERE day.project_id = ? AND day.date BETWEEN ? AND ?
    GROUP BY ${column} ORDER BY sum(cut.total_tokens) DESC, key`;
}

/** Jumps from month to month along the primary key instead of reading every day: no day sorts after 'YYYY-MM-32'. */
export const months = `WITH RECURSIVE months (month) AS (
    SELECT substr(min(date), 1, 7) FROM usage_daily
    UNION ALL
    SELECT (SELECT substr(min(date), 1, 7) FROM usage_daily WHERE date > months.month || '-32')
    FROM months WHERE months.month IS NOT NULL
  ) SELECT month FROM months WHERE month IS NOT NULL`;
