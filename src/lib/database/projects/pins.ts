import type { ProjectSummary } from '../../model/project';
import { badInput } from '../sql/check-argument';
import type { Connection } from '../context';
import { rankPins } from './pin-ranks';
import { getPinnedProjects, getProject } from './projects';
import { run } from '../sql/statements';

/** A new pin goes to the end; pinning again keeps the position. False if there is no such project. */
export function updateProjectPinned(
  connection: Connection,
  id: string,
  isPinned: boolean,
  updatedAt: number,
): boolean {
  const project = getProject(connection, id);
  if (!project) return false;
  if (project.isPinned === isPinned) return true;
  if (isPinned && project.isArchived) {
    throw badInput({ code: 'project-archived', name: project.name });
  }
  const order = isPinned ? '(SELECT coalesce(max(pin_order), 0) + 1 FROM projects)' : '0';
  run(
    connection,
    `UPDATE projects SET is_pinned = ?2, pin_order = ${order}, updated_at = ?3, created_by_import = NULL
     WHERE id = ?1`,
    [id, isPinned ? 1 : 0, updatedAt],
  );
  rankPins(connection);
  return true;
}

/**
 * Pins a project, or moves an existing pin, to the position after `index` pins (or to the end if there are fewer).
 * False if there is no such project.
 */
export function pinProjectAt(connection: Connection, id: string, index: number, updatedAt: number): boolean {
  if (!updateProjectPinned(connection, id, true, updatedAt)) return false;
  const others = getPinnedProjects(connection).map((project) => project.id);
  others.splice(others.indexOf(id), 1);
  reorderPinnedProjects(connection, others.toSpliced(index, 0, id), updatedAt);
  return true;
}

/** Pins that are missing from the list follow in their former order. */
export function reorderPinnedProjects(
  connection: Connection,
  ids: readonly string[],
  updatedAt: number,
): ProjectSummary[] {
  const pinned = getPinnedProjects(connection);
  const named = new Set(ids);
  if (named.size !== ids.length) throw badInput('project-listed-twice');
  const known = new Set(pinned.map((project) => project.id));
  if (ids.some((id) => !known.has(id))) {
    throw badInput('project-not-pinned');
  }
  const rest = pinned.map((project) => project.id).filter((id) => !named.has(id));
  // No two pins may have the same position at any moment, so move all of them out of the way first.
  run(
    connection,
    `UPDATE projects SET pin_order = pin_order + (SELECT max(pin_order) FROM projects) + ?
     WHERE is_pinned = 1`,
    [pinned.length],
  );
  for (const [index, id] of [...ids, ...rest].entries()) {
    run(connection, 'UPDATE projects SET pin_order = ?2, updated_at = ?3 WHERE id = ?1', [
      id,
      index + 1,
      updatedAt,
    ]);
  }
  rankPins(connection);
  return getPinnedProjects(connection);
}
