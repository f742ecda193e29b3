import { rollupColumns, sumsOfRollups } from '../events/event-columns';

/**
 * The queries of the statistics, in a separate file so that a test can check their plans: only rollups, always
 * through an index.
 */

export const globalMonth = `SELECT ${sumsOfRollups} FROM usage_monthly WHERE month = ?`;

export const projectMonth = `SELECT ${sumsOfRollups} FROM usage_monthly WHERE month = ? AND project_id = ?`;

export const monthByProject = `SELECT project_id, ${rollupColumns.join(', ')} FROM usage_monthly WHERE month = ?`;

/** Skips from month to month along the primary key instead of reading every project of each month. */
export const months = `WITH RECURSIVE months (month) AS (
    SELECT min(month) FROM usage_monthly
    UNION ALL
    SELECT (SELECT min(month) FROM usage_monthly WHERE month > months.month)
    FROM months WHERE months.month IS NOT NULL
  ) SELECT month FROM months WHERE month IS NOT NULL`;
