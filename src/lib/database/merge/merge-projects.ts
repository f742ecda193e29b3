import type { DatabaseContext } from '../context';
import { knownProjectNumber, projectNumber } from '../events/dimensions';
import { ProjectFinder } from '../projects/project-paths';
import { removeProjects } from '../projects/remove-project';
import { all, run, value } from '../sql/statements';
import { mayLeadTo } from './targets';

const fields = ['name', 'client_name', 'description', 'is_archived', 'deleted_at'] as const;
const ofProject = (field: string) =>
  `registers.kind = 'project' AND registers.id = projects.id AND registers.field = '${field}'`;

/** Projects are a union, except those that were permanently deleted. */
export function mergeProjects(database: DatabaseContext, at: number): void {
  removeRemoved(database, at);
  run(database, 'UPDATE projects SET is_pinned = 0, pin_order = 0 WHERE is_pinned = 1');
  addTheirs(database);
}

/** Applies the users' decisions in the registers to the projects. */
export function decideProjects(database: DatabaseContext): void {
  run(
    database,
    `UPDATE projects SET created_by_import = NULL WHERE created_by_import IS NOT NULL AND (
       EXISTS (SELECT 1 FROM registers WHERE kind = 'project' AND registers.id = projects.id
         AND field IN ('name', 'client_name', 'description', 'is_archived', 'pin_rank'))
       OR id IN (SELECT value ->> 'project_id' FROM registers
         WHERE kind = 'path' AND value <> 'null' AND value ->> 'decided_at' IS NOT NULL
           AND ${mayLeadTo("value ->> 'project_id'")}))`,
  );
  for (const field of fields)
    run(
      database,
      `UPDATE projects SET ${field} = (SELECT value ->> '$' FROM registers WHERE ${ofProject(field)})
       WHERE EXISTS (SELECT 1 FROM registers WHERE ${ofProject(field)} AND value ->> '$' IS NOT projects.${field})`,
    );
  nameUndecided(database);
  applyMerges(database);
}

/** Removes projects that they permanently deleted, except events that they didn't know of. */
function removeRemoved(database: DatabaseContext, at: number): void {
  const removed = all<{ id: string }>(
    database,
    'SELECT id FROM projects WHERE id IN (SELECT id FROM merge_removed)',
  ).map(({ id }) => id);
  if (removed.length === 0) return;
  // The project for events without one may itself be among the removed, so it can only be looked up once they are gone.
  const parking = 'merge-parking';
  run(
    database,
    'INSERT INTO projects (id, name, created_at, updated_at, created_by_import) VALUES (?1, ?1, ?2, ?2, NULL)',
    [parking, at],
  );
  for (const id of removed) moveEvents(database, id, parking);
  removeProjects(database, removed);
  const parked = knownProjectNumber(database, parking);
  if (parked !== undefined && value(database, 'SELECT 1 FROM event_rows WHERE project = ? LIMIT 1', [parked]))
    moveEvents(database, parking, unassignedProject(database, at));
  removeProjects(database, [parking]);
}

function moveEvents(database: DatabaseContext, from: string, to: string): void {
  const number = knownProjectNumber(database, from);
  if (number === undefined) return;
  run(database, 'UPDATE event_rows SET project = ?2 WHERE project = ?1', [
    number,
    projectNumber(database, to),
  ]);
}

/** For events without a project, at least until they are reassigned. */
export function unassignedProject(database: DatabaseContext, at: number): string {
  const id = value(database, 'SELECT min(id) FROM imports');
  return new ProjectFinder(database, typeof id === 'string' ? id : null, at).unassigned();
}

/** A project that was permanently deleted here, which they don't know, isn't added again. */
const isKnownRemoved = `EXISTS (SELECT 1 FROM registers AS removed WHERE removed.kind = 'project' AND removed.id = other.id
  AND removed.field = 'removed' AND NOT EXISTS (SELECT 1 FROM merge_registers AS known
    WHERE known.kind = 'project' AND known.id = other.id AND known.field = 'removed' AND known.stamp >= removed.stamp))`;

function addTheirs(database: DatabaseContext): void {
  // Only if no user decided anything about it: otherwise it stays even if empty.
  run(
    database,
    `UPDATE projects SET created_by_import = (SELECT iif(other.created_by_import IS NULL, NULL,
         min(other.created_by_import, projects.created_by_import))
       FROM theirs.projects AS other WHERE other.id = projects.id)
     WHERE created_by_import IS NOT NULL
       AND EXISTS (SELECT 1 FROM theirs.projects AS other WHERE other.id = projects.id AND NOT ${isKnownRemoved})`,
  );
  run(
    database,
    `UPDATE projects SET name = (SELECT max(other.name, projects.name) FROM theirs.projects AS other
       WHERE other.id = projects.id)
     WHERE NOT EXISTS (SELECT 1 FROM registers WHERE ${ofProject('name')})
       AND EXISTS (SELECT 1 FROM theirs.projects AS other
         WHERE other.id = projects.id AND other.name > projects.name AND NOT ${isKnownRemoved})`,
  );
  const columns =
    'id, name, client_name, description, is_archived, created_at, updated_at, created_by_import';
  run(
    database,
    `INSERT INTO projects (${columns}) SELECT ${columns} FROM theirs.projects AS other
     WHERE id NOT IN (SELECT id FROM projects) AND NOT ${isKnownRemoved}`,
  );
}

/** Projects that no user has named get the name that a source gives to their path. */
function nameUndecided(database: DatabaseContext): void {
  run(
    database,
    `UPDATE projects SET name = (SELECT max(display_name) FROM project_paths JOIN path_names USING (path)
       WHERE project_id = projects.id)
     WHERE created_by_import IS NOT NULL AND NOT EXISTS (SELECT 1 FROM registers WHERE ${ofProject('name')})
       AND EXISTS (SELECT 1 FROM project_paths JOIN path_names USING (path) WHERE project_id = projects.id)
       AND NOT EXISTS (SELECT 1 FROM project_paths JOIN path_names USING (path)
         WHERE project_id = projects.id AND substr(name, 1, length(display_name)) = display_name)`,
  );
}

/** Applies merges in the order in which they were decided, skipping those that would create a cycle. */
function applyMerges(database: DatabaseContext): void {
  const decided = all<{ id: string; into: string }>(
    database,
    `SELECT registers.id, value ->> '$' AS "into" FROM registers
     WHERE kind = 'project' AND field = 'merged_into' AND ${mayLeadTo('registers.id')} AND ${mayLeadTo("value ->> '$'")}
     ORDER BY stamp, registers.id`,
  );
  const merged = new Map<string, string>();
  const leadsTo = (from: string, id: string): boolean => {
    for (let next: string | undefined = from; next !== undefined; next = merged.get(next))
      if (next === id) return true;
    return false;
  };
  for (const { id, into } of decided) if (!leadsTo(into, id)) merged.set(id, into);
  run(
    database,
    `UPDATE projects SET merged_into = (SELECT value FROM json_each(?1) WHERE key = projects.id)
     WHERE merged_into IS NOT (SELECT value FROM json_each(?1) WHERE key = projects.id)`,
    [JSON.stringify(Object.fromEntries(merged))],
  );
}

/** Recomputes the pins in the order of their ranks. */
export function pinMerged(database: DatabaseContext): void {
  run(
    database,
    `UPDATE projects SET pin_rank = (SELECT value ->> '$' FROM registers WHERE ${ofProject('pin_rank')})
     WHERE pin_rank IS NOT (SELECT value ->> '$' FROM registers WHERE ${ofProject('pin_rank')})`,
  );
  const pinned = all<{ id: string }>(
    database,
    `SELECT id FROM projects WHERE pin_rank IS NOT NULL AND is_archived = 0 AND deleted_at IS NULL
       AND merged_into IS NULL ORDER BY pin_rank, id`,
  );
  for (const [index, { id }] of pinned.entries())
    run(database, 'UPDATE projects SET is_pinned = 1, pin_order = ?2 WHERE id = ?1', [id, index + 1]);
}
