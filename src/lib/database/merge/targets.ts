import type { DatabaseContext } from '../context';
import { removeProjects } from '../projects/remove-project';
import { all, run } from '../sql/statements';

/**
 * Creates `merge_targets`: the projects that decisions may lead to, with the stamp that a decision must exceed. Without
 * permanently removed ones at first, even if they exist: records of their folders may have brought them back, but a
 * decision alone must not. The project would exist because of the decision, and the decision be kept because the
 * project exists, depending on the order of the merges.
 */
export function findKeptTargets(database: DatabaseContext): void {
  database.db.exec('CREATE TEMP TABLE merge_targets (id TEXT PRIMARY KEY, since INTEGER NOT NULL)');
  run(
    database,
    `INSERT INTO merge_targets SELECT id, -1 FROM projects 
     WHERE id NOT IN (SELECT id FROM registers WHERE kind = 'project' AND field = 'removed')`,
  );
}

/**
 * Call when events are assigned. Adds new projects, and permanently removed ones that hold events; the other removed ones
 * are removed again.
 * @returns whether decisions may lead to more projects than before
 */
export function findMoreTargets(database: DatabaseContext): boolean {
  const holdsEvents = `EXISTS (SELECT 1 FROM event_projects JOIN event_rows ON event_rows.project = event_projects.id
    WHERE event_projects.project_id = projects.id)`;
  const added = run(
    database,
    `INSERT INTO merge_targets SELECT projects.id, coalesce(removal.stamp, -1)
     FROM projects LEFT JOIN registers AS removal ON removal.id = projects.id AND removal.kind = 'project' AND removal.field = 'removed'
     WHERE projects.id NOT IN (SELECT id FROM merge_targets) AND (removal.id IS NULL OR ${holdsEvents})`,
  );
  const empty = all<{ id: string }>(
    database,
    // Documents exist only in this browser.
    `SELECT id FROM projects WHERE id NOT IN (SELECT id FROM merge_targets) AND id NOT IN (SELECT project_id FROM cvs)`,
  );
  if (empty.length > 0)
    removeProjects(
      database,
      empty.map(({ id }) => id),
    );
  return added > 0;
}

/** A condition on a register: it may lead to the project with this id. */
export const mayLeadTo = (id: string): string =>
  `EXISTS (SELECT 1 FROM merge_targets AS target WHERE target.id = ${id} AND target.since < registers.stamp)`;
