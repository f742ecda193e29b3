import type { DatabaseContext } from '../context';
import { linkSessions } from '../imports/session-families';
import { undoImport } from '../imports/undo-import';
import { all, run } from '../sql/statements';

/** Undoes the imports that were undone in their database. */
export function undoTheirUndoneImports(database: DatabaseContext, at: number): void {
  const undone = all<{ id: string }>(
    database,
    `SELECT ours.id FROM imports AS ours JOIN theirs.imports AS other USING (id)
     WHERE other.status = 'undone' AND ours.status <> 'undone'`,
  );
  for (const { id } of undone) undoImport(database, id, at);
}

/**
 * Imports are a union. Merged with them: which sessions copied each other, when sessions began, and the names that
 * sources give to paths.
 */
export function mergeImports(database: DatabaseContext, at: number): void {
  // An import that was still running when the file was written can't continue here.
  run(
    database,
    `INSERT INTO imports (${columns}) SELECT ${columns.replace('status', "iif(status = 'running', 'cancelled', status)").replace('finished_at', "iif(status = 'running', updated_at, finished_at)")}
     FROM theirs.imports WHERE id NOT IN (SELECT id FROM imports)`,
  );
  run(
    database,
    `UPDATE imports SET (${counts}) = (SELECT ${counts} FROM theirs.imports AS other WHERE other.id = imports.id)
     WHERE status IN ('cancelled', 'finished') AND EXISTS (SELECT 1 FROM theirs.imports AS other
       WHERE other.id = imports.id AND other.status IN ('cancelled', 'finished')
         AND (other.status, other.updated_at) > (imports.status, imports.updated_at))`,
  );
  linkTheirSessions(database, at);
  run(
    database,
    `INSERT INTO sessions (source, session_id, import_id, began_at, began_in)
     SELECT source, session_id, import_id, began_at, began_in FROM theirs.sessions
     WHERE import_id IN (SELECT id FROM imports WHERE status <> 'undone')
     ON CONFLICT (source, session_id, import_id) DO UPDATE
       SET began_at = excluded.began_at, began_in = excluded.began_in
       WHERE (excluded.began_at, excluded.began_in) < (began_at, began_in)`,
  );
  run(
    database,
    `INSERT INTO path_names (path, display_name, import_id, updated_at)
     SELECT path, display_name, import_id, updated_at FROM theirs.path_names WHERE true
     ON CONFLICT (path) DO UPDATE
       SET display_name = excluded.display_name, import_id = excluded.import_id, updated_at = excluded.updated_at
       WHERE excluded.display_name <> display_name
         AND (excluded.import_id, display_name) > (import_id, excluded.display_name)`,
  );
}

const counts = `status, source, files, files_skipped, files_unchanged, events_added, events_replaced, duplicates,
  output_not_final, problems, finished_at, updated_at`;
const columns = `id, started_at, ${counts}`;

function linkTheirSessions(database: DatabaseContext, at: number): void {
  const links = all<{ source: string; sessionId: string; parentId: string }>(
    database,
    `SELECT source, session AS session_id, family AS parent_id FROM theirs.session_families
     WHERE session <> family ORDER BY source`,
  );
  for (const source of new Set(links.map((link) => link.source)))
    linkSessions(
      database,
      source,
      links.filter((link) => link.source === source),
      at,
    );
}
