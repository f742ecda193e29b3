import type { LastActivity } from '../../model/usage-stats';
import type { Connection } from '../context';
import { all } from '../sql/statements';

/** One lookup in the index of days per project, however many days or events it has. */
export const lastActivity = `SELECT projects.id AS project_id,
    (SELECT max(date) FROM usage_daily WHERE project_id = projects.id) AS date
  FROM projects WHERE date IS NOT NULL`;

/** The last day of each project with usage, unsorted. */
export function getLastActivity(connection: Connection): LastActivity[] {
  return all(connection, lastActivity);
}
