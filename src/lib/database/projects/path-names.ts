import { projectRoot } from '../../model/project-root';
import type { PathName } from '../../model/usage-event';
import type { Connection } from '../context';
import { freeName } from './free-name';
import { all, run, value } from '../sql/statements';

/**
 * Stores display names for the projects at the end of paths, and renames projects that an import created and no user
 * has changed. A later import overrides an earlier one; within one import the smaller name counts, in any order. Call
 * inside a transaction.
 */
export function namePaths(
  connection: Connection,
  names: readonly PathName[],
  origin: { importId: string; updatedAt: number },
): void {
  for (const { path, name } of names) {
    const root = projectRoot(path, null);
    const isNew = run(
      connection,
      `INSERT INTO path_names (path, display_name, import_id, updated_at) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (path) DO UPDATE
         SET display_name = excluded.display_name, import_id = excluded.import_id, updated_at = excluded.updated_at
         WHERE excluded.display_name <> display_name
           AND (excluded.import_id, display_name) > (import_id, excluded.display_name)`,
      [root, cleanName(name), origin.importId, origin.updatedAt],
    );
    if (isNew > 0) renameUntouched(connection, root, origin.updatedAt);
  }
}

/** Null if no source has named the project of this path. */
export function nameOfPath(connection: Connection, root: string): string | null {
  const name = value(connection, 'SELECT display_name FROM path_names WHERE path = ?', [root]);
  return typeof name === 'string' ? name : null;
}

function renameUntouched(connection: Connection, root: string, updatedAt: number): void {
  const [project] = all<{ id: string; displayName: string }>(
    connection,
    `SELECT projects.id, display_name FROM project_paths JOIN projects ON projects.id = project_id
       JOIN path_names USING (path)
     WHERE path = ? AND created_by_import IS NOT NULL AND name <> display_name`,
    [root],
  );
  if (!project) return;
  run(connection, 'UPDATE projects SET name = ?2, updated_at = ?3 WHERE id = ?1', [
    project.id,
    freeName(connection, project.displayName),
    updatedAt,
  ]);
}

/** Cleans a name as project names require: one line, at most 300 characters, never blank. */
function cleanName(name: string): string {
  const text = Array.from(name.trim().replaceAll(/\s+/gu, ' ')).slice(0, 300).join('');
  return text === '' ? '(no name)' : text;
}
