import { badInput } from '../sql/check-argument';
import type { DatabaseContext } from '../context';
import { projectNumber } from '../events/dimensions';
import { keyTextOf } from '../events/event-key';
import { pinsToRemember, restorePin, takePinsBefore } from './pins-before';
import { pinProjectAt, updateProjectPinned } from './pins';
import { getProject, resolveMerged, requireProject } from './projects';
import { reassignProject } from './reassign';
import { run, value } from '../sql/statements';

/**
 * Merges two projects: `intoId` gets the events and paths of `fromId`, and its pin position if it has none. Call inside
 * a transaction. Idempotent.
 * @returns false if there is no project `fromId`
 * @throws `NotFound` for `intoId`, `BadInput` if they are the same
 */
export function mergeProjects(
  database: DatabaseContext,
  fromId: string,
  intoId: string,
  mergedAt: number,
): boolean {
  const from = getProject(database, fromId);
  if (!from) return mergedInto(database, fromId) === intoId;
  const into = requireProject(database, intoId);
  if (from.id === into.id) throw badInput('merge-into-itself');
  const pins = pinsToRemember(database, fromId);
  run(
    database,
    `UPDATE projects SET merged_into = ?2, pins_before = ?3, is_pinned = 0, pin_order = 0, updated_at = ?4
     WHERE id = ?1`,
    [fromId, intoId, pins, mergedAt],
  );
  if (pins !== null && !into.isPinned && !into.isArchived) {
    pinProjectAt(database, intoId, (JSON.parse(pins) as string[]).indexOf(fromId), mergedAt);
  }
  // Manual events have no path, so store their project as a choice. Its time is 0, since no user made it.
  run(
    database,
    `INSERT INTO chosen_projects (dedupe_key, project_id, updated_at)
     SELECT ${keyTextOf('event_rows')}, ?1, 0 FROM event_rows
       WHERE project = (SELECT id FROM event_projects WHERE project_id = ?1)
         AND kind IN (SELECT id FROM event_kinds WHERE source = 'manual')
     ON CONFLICT (dedupe_key) DO NOTHING`,
    [fromId],
  );
  for (const table of ['event_rows', 'deleted_event_rows']) {
    run(database, `UPDATE ${table} SET project = ?2 WHERE project = ?1`, [
      projectNumber(database, fromId),
      projectNumber(database, intoId),
    ]);
  }
  return true;
}

/**
 * Undoes a merge, including events imported since: they follow their paths. False if the project isn't merged or
 * doesn't exist.
 */
export function unmergeProject(database: DatabaseContext, id: string, unmergedAt: number): boolean {
  const into = mergedInto(database, id);
  if (into === null) return getProject(database, id) !== undefined;
  const holder = resolveMerged(database, into);
  run(database, 'UPDATE projects SET merged_into = NULL, updated_at = ?2 WHERE id = ?1', [id, unmergedAt]);
  reassignProject(database, holder, unmergedAt);
  const pins = takePinsBefore(database, id);
  if (pins === null) return true;
  const tookItsPlace = !pins.includes(into) && getProject(database, into)?.isPinned === true;
  restorePin(database, id, pins, unmergedAt);
  if (tookItsPlace) updateProjectPinned(database, into, false, unmergedAt);
  return true;
}

function mergedInto(database: DatabaseContext, id: string): string | null {
  const into = value(database, 'SELECT merged_into FROM projects WHERE id = ?', [id]);
  return typeof into === 'string' ? into : null;
}
