import type { DeletedProject } from '../../model/project';
import type { DatabaseContext } from '../context';
import { hideEvents, restoreEventsOfProject } from '../copies/deleted-events';
import { pinsToRemember, restorePin, takePinsBefore } from './pins-before';
import { getProject } from './projects';
import { all, run, value } from '../sql/statements';

/**
 * Deletes a project with its contents, until `restoreProject`. Meanwhile events that imports read from its folders
 * don't count. Call inside a transaction. Idempotent.
 * @returns false if there is no such project
 */
export function deleteProject(database: DatabaseContext, id: string, deletedAt: number): boolean {
  if (!getProject(database, id)) return isDeleted(database, id);
  const pins = pinsToRemember(database, id);
  run(
    database,
    `UPDATE projects SET deleted_at = ?2, pins_before = ?3, is_pinned = 0, pin_order = 0, updated_at = ?2
     WHERE id = ?1`,
    [id, deletedAt, pins],
  );
  hideEvents(database);
  return true;
}

/** Restores a deleted project with its events, folders and pin position. False if there is no such project. */
export function restoreProject(database: DatabaseContext, id: string, restoredAt: number): boolean {
  if (!isDeleted(database, id)) return getProject(database, id) !== undefined;
  run(database, 'UPDATE projects SET deleted_at = NULL, updated_at = ?2 WHERE id = ?1', [id, restoredAt]);
  restoreEventsOfProject(database, id);
  // Leave copies out again.
  hideEvents(database);
  const pins = takePinsBefore(database, id);
  if (pins !== null) restorePin(database, id, pins, restoredAt);
  return true;
}

/** Last deleted first. */
export function getDeletedProjects(database: DatabaseContext): DeletedProject[] {
  return all(
    database,
    `SELECT id, name, client_name, deleted_at,
       (SELECT count(*) FROM deleted_event_rows
         WHERE project = (SELECT id FROM event_projects WHERE project_id = projects.id)) AS event_count
     FROM projects WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC`,
  );
}

function isDeleted(database: DatabaseContext, id: string): boolean {
  return (
    value(database, 'SELECT 1 FROM projects WHERE id = ? AND deleted_at IS NOT NULL', [id]) !== undefined
  );
}
