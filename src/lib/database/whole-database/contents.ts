import type { DatabaseContents } from '../../protocol/backups';
import type { Connection } from '../context';
import { all } from '../sql/statements';

/** How much is stored, in numbers that can be compared with another database. Reads only rollups. */
export function getStoredContents(connection: Connection): DatabaseContents {
  const [usage] = all<Omit<DatabaseContents, 'projects'>>(
    connection,
    `SELECT coalesce(sum(event_count), 0) AS events, coalesce(sum(total_tokens), 0) AS total_tokens,
       min(date) AS first_day, max(date) AS last_day FROM usage_daily`,
  );
  const [projects] = all<{ projects: number }>(connection, 'SELECT count(*) AS projects FROM projects');
  return {
    events: usage?.events ?? 0,
    totalTokens: usage?.totalTokens ?? 0,
    firstDay: usage?.firstDay ?? null,
    lastDay: usage?.lastDay ?? null,
    projects: projects?.projects ?? 0,
  };
}
