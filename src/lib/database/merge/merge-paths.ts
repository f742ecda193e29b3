import type { DatabaseContext } from '../context';
import { madeProjectId } from '../projects/made-project-id';
import { all, run } from '../sql/statements';
import { mayLeadTo } from './targets';

/** Merges the projects of folders, foreign names and single events. */
export function mergePaths(database: DatabaseContext): void {
  run(
    database,
    `INSERT INTO project_paths (path, project_id, created_at, updated_at, covers_subfolders)
     SELECT path, project_id, created_at, updated_at, 0 FROM theirs.project_paths AS other
     WHERE decided_at IS NULL AND project_id IN (SELECT id FROM projects)
     ON CONFLICT (path) DO UPDATE SET project_id = excluded.project_id
       WHERE decided_at IS NULL AND excluded.project_id > project_id`,
  );
  const leadsSomewhere = `value <> 'null' AND ${mayLeadTo("value ->> 'project_id'")}`;
  const revoked = all<{ path: string; stamp: number }>(
    database,
    `SELECT id AS path, stamp FROM registers WHERE kind = 'path' AND NOT (${leadsSomewhere})`,
  );
  // Without a decision a folder leads to the project that its import made. Derived from what both databases hold, not from
  // the rows here: which of them is still there depends on the order of the merges.
  for (const { path, stamp } of revoked) {
    run(
      database,
      'DELETE FROM project_paths WHERE path = ?1 AND (decided_at IS NOT NULL OR project_id <> ?2)',
      [path, madeProjectId(path)],
    );
    run(
      database,
      `INSERT INTO project_paths (path, project_id, created_at, updated_at, covers_subfolders)
       SELECT ?1, id, ?3, ?3, 0 FROM projects WHERE id = ?2 ON CONFLICT (path) DO NOTHING`,
      [path, madeProjectId(path), stamp],
    );
  }
  run(
    database,
    `INSERT INTO project_paths (path, project_id, created_at, updated_at, covers_subfolders, decided_at)
     SELECT id, value ->> 'project_id', stamp, stamp, value ->> 'covers_subfolders', value ->> 'decided_at'
     FROM registers WHERE kind = 'path' AND ${leadsSomewhere}
     ON CONFLICT (path) DO UPDATE SET project_id = excluded.project_id, updated_at = excluded.updated_at,
       covers_subfolders = excluded.covers_subfolders, decided_at = excluded.decided_at`,
  );
  mergeChoices(database);
}

function mergeChoices(database: DatabaseContext): void {
  const leadsSomewhere = mayLeadTo("value ->> '$'");
  run(
    database,
    `DELETE FROM chosen_projects WHERE EXISTS (SELECT 1 FROM registers
       WHERE kind = 'event' AND id = dedupe_key AND NOT ${leadsSomewhere})`,
  );
  run(
    database,
    `INSERT INTO chosen_projects (dedupe_key, project_id, updated_at)
     SELECT id, value ->> '$', stamp FROM registers WHERE kind = 'event' AND ${leadsSomewhere}
     ON CONFLICT (dedupe_key) DO UPDATE SET project_id = excluded.project_id, updated_at = excluded.updated_at`,
  );
}
