import { isInside, projectRoot } from '../../model/project-root';
import type { PathDecision } from '../../model/project-path';
import { notFound } from '../sql/check-argument';
import type { DatabaseContext } from '../context';
import { pathlessSource, unassignedProjectId } from './project-paths';
import { resolveMerged } from './projects';
import { reassignProject } from './reassign';
import { all, run, value } from '../sql/statements';

interface StoredPath {
  projectId: string;
  coversSubfolders: boolean;
}

/**
 * Assigns a folder or foreign name to a project and moves its events there, as will later imports. Null removes the
 * assignment. Call inside a transaction. Idempotent.
 * @throws `NotFound` for an unknown project; merged and deleted ones are allowed
 */
export function decideProjectPath(
  database: DatabaseContext,
  givenPath: string,
  decision: PathDecision | null,
  decidedAt: number,
): void {
  const path = projectRoot(givenPath, null);
  const [before] = all<StoredPath>(
    database,
    'SELECT project_id, covers_subfolders FROM project_paths WHERE path = ?',
    [path],
  );
  if (decision === null) {
    // Removing an assignment is a decision too, which the trigger must record.
    run(database, 'UPDATE project_paths SET decided_at = ?2 WHERE path = ?1', [path, decidedAt]);
    run(database, 'DELETE FROM project_paths WHERE path = ?', [path]);
  } else store(database, path, decision, decidedAt);

  const holders = new Set<string>();
  if (before) holders.add(resolveMerged(database, before.projectId));
  if (pathlessSource(path) !== null) holders.add(resolveMerged(database, unassignedProjectId));
  if (before?.coversSubfolders === true || decision?.coversSubfolders === true) {
    for (const id of projectsInside(database, path)) holders.add(id);
  }
  for (const holder of holders) reassignProject(database, holder, decidedAt);
}

function store(
  database: DatabaseContext,
  path: string,
  { projectId, coversSubfolders, isDecided, isFound = false }: PathDecision,
  decidedAt: number,
): void {
  if (value(database, 'SELECT 1 FROM projects WHERE id = ?', [projectId]) === undefined) {
    throw notFound('project');
  }
  // The user decided about this project, so undoing its import must not delete it, even if empty.
  if (!isFound) {
    run(
      database,
      `UPDATE projects SET created_by_import = NULL WHERE created_by_import IS NOT NULL
         AND id IN (SELECT project_id FROM project_paths WHERE path = ?1 AND project_id <> ?2 UNION ALL SELECT ?2)`,
      [path, projectId],
    );
  }
  run(
    database,
    `INSERT INTO project_paths (path, project_id, created_at, updated_at, covers_subfolders, decided_at)
     VALUES (?1, ?2, ?4, ?4, ?3, ?5) ON CONFLICT (path) DO UPDATE SET
       project_id = excluded.project_id, updated_at = excluded.updated_at,
       covers_subfolders = excluded.covers_subfolders, decided_at = excluded.decided_at`,
    [path, projectId, coversSubfolders ? 1 : 0, decidedAt, isDecided ? decidedAt : null],
  );
}

function projectsInside(database: DatabaseContext, path: string): string[] {
  const rows = all<{ projectId: string; path: string }>(
    database,
    `SELECT DISTINCT project_id, path FROM usage_monthly_breakdown WHERE path <> ''
     UNION SELECT DISTINCT project_id, path FROM deleted_usage_events WHERE path IS NOT NULL`,
  );
  return rows.filter((row) => isInside(projectRoot(row.path, null), path)).map((row) => row.projectId);
}
