import type { LastActivity } from '../../model/usage-stats';
import type { Connection } from '../context';
import { all } from '../sql/statements';

/** One step into the index of days for each project, however many days or events it has. */
export const lastActivity = `SELECT projects.id AS project_id,
    (SELECT max(date) FROM usage_daily WHERE project_id = projects.id) AS date
  FROM projects WHERE date IS NOT NULL`;

/** The last day of each project that has usage, in no order. */
export function getLastActivity(connection: Connection): LastActivity[] {
  return all(connection, lastActivity);
}
