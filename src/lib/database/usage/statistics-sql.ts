import { rollupColumns, sums } from '../sql/columns';

/** The queries of the statistics, apart, so that a test can show their plans: rollups only, and always by an index. */

export const globalMonth = `SELECT ${sums(rollupColumns)} FROM usage_daily WHERE date BETWEEN ? AND ?`;

export const projectMonth = `SELECT ${sums(rollupColumns)} FROM usage_daily
  WHERE project_id = ? AND date BETWEEN ? AND ?`;

export const monthByProject = `SELECT project_id, ${sums(rollupColumns)} FROM usage_daily
  WHERE date BETWEEN ? AND ? GROUP BY project_id`;

/** Jumps from month to month along the primary key instead of reading every day: no day sorts after 'YYYY-MM-32'. */
export const months = `WITH RECURSIVE months (month) AS (
    SELECT substr(min(date), 1, 7) FROM usage_daily
    UNION ALL
    SELECT (SELECT substr(min(date), 1, 7) FROM usage_daily WHERE date > months.month || '-32')
    FROM months WHERE months.month IS NOT NULL
  ) SELECT month FROM months WHERE month IS NOT NULL`;
