import type { Connection } from '../context';
import type { EventRow } from '../events/event-columns';
import { keyText, keyTextOf } from '../events/event-key';
import { resolveMerged } from './projects';
import { all, run, value } from '../sql/statements';

/** A condition on `event_rows`: the project follows from the path. */
export const isNotChosen = `NOT EXISTS (SELECT 1 FROM chosen_projects WHERE dedupe_key = ${keyTextOf('event_rows')})`;

/** An import's rows, with the project that the user chose for single events. */
export function keepChosen(connection: Connection, rows: EventRow[]): EventRow[] {
  // Skip the lookup of possibly millions of rows if, as usual, no event was moved.
  if (value(connection, 'SELECT 1 FROM chosen_projects LIMIT 1') === undefined) return rows;
  const chosen = all<{ dedupeKey: string; projectId: string }>(
    connection,
    `SELECT dedupe_key, project_id FROM chosen_projects
     WHERE dedupe_key IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(rows.map(({ key }) => keyText(key)))],
  );
  if (chosen.length === 0) return rows;
  const projects = new Map(chosen.map((each) => [each.dedupeKey, each.projectId]));
  return rows.map((row) => {
    const projectId = projects.get(keyText(row.key));
    if (projectId === undefined) return row;
    return { ...row, found: { ...row.found, projectId: resolveMerged(connection, projectId) } };
  });
}

/** Null removes the choice. */
export function chooseProject(
  connection: Connection,
  key: string,
  projectId: string | null,
  updatedAt: number,
): void {
  if (projectId === null) {
    run(connection, 'DELETE FROM chosen_projects WHERE dedupe_key = ?', [key]);
    return;
  }
  run(
    connection,
    `INSERT INTO chosen_projects (dedupe_key, project_id, updated_at) VALUES (?1, ?2, ?3)
     ON CONFLICT (dedupe_key) DO UPDATE SET project_id = excluded.project_id, updated_at = excluded.updated_at`,
    [key, projectId, updatedAt],
  );
}

/** Removes a choice that contradicts the project set in the event's own form. */
export function forgetOtherChoice(connection: Connection, key: string, projectId: string): void {
  const chosen = value(connection, 'SELECT project_id FROM chosen_projects WHERE dedupe_key = ?', [key]);
  if (typeof chosen !== 'string' || resolveMerged(connection, chosen) === projectId) return;
  run(connection, 'DELETE FROM chosen_projects WHERE dedupe_key = ?', [key]);
}
