import { isInside, projectRoot } from '../../model/project-root';
import type { PathDecision } from '../../model/project-path';
import { notFound } from '../sql/check-argument';
import type { DatabaseContext } from '../context';
import { pathlessSource, unassignedProjectId } from './project-paths';
import { livingProjectId } from './projects';
import { rehomeProject } from './rehome';
import { all, run, value } from '../sql/statements';

interface StoredPath {
  projectId: string;
  coversSubfolders: boolean;
}

/**
 * Lets a folder or foreign name lead to a project, and moves its events there; later imports follow. Null forgets the
 * path, as if it had never been named. Inside a transaction. Again it changes nothing.
 * @throws `NotFound` for a project that there is not, not even merged or deleted
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
    // That it is forgotten is a decision, too, for the trigger that notes them.
    run(database, 'UPDATE project_paths SET decided_at = ?2 WHERE path = ?1', [path, decidedAt]);
    run(database, 'DELETE FROM project_paths WHERE path = ?', [path]);
  } else store(database, path, decision, decidedAt);

  const holders = new Set<string>();
  if (before) holders.add(livingProjectId(database, before.projectId));
  if (pathlessSource(path) !== null) holders.add(livingProjectId(database, unassignedProjectId));
  if (before?.coversSubfolders === true || decision?.coversSubfolders === true) {
    for (const id of projectsInside(database, path)) holders.add(id);
  }
  for (const holder of holders) rehomeProject(database, holder, decidedAt);
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
  // What the user has a hand in does not go with an import, even when it is empty.
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
