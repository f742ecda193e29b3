import type { ProjectSummary } from '../../model/project';
import type { NewProject } from '../../protocol/commands';
import { notFound } from '../sql/check-argument';
import type { Connection } from '../context';
import { all, run, value } from '../sql/statements';
import { copyClientDetails } from '../settings/statement-details';

const summary = 'id, name, client_name, description, is_archived, is_pinned, pin_order';
/** Neither deleted nor merged into another project. */
const isLiving = 'deleted_at IS NULL AND merged_into IS NULL';

export function createProject(connection: Connection, project: NewProject): ProjectSummary {
  run(
    connection,
    `INSERT INTO projects (id, name, client_name, description, created_at, updated_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?5) ON CONFLICT (id) DO NOTHING`,
    [project.id, project.name, project.clientName, project.description, project.createdAt],
  );
  const stored = getProject(connection, project.id);
  if (!stored) throw notFound('project');
  return stored;
}

/** By name, including archived ones. */
export function getProjects(connection: Connection): ProjectSummary[] {
  return all(
    connection,
    `SELECT ${summary} FROM projects WHERE ${isLiving} ORDER BY name COLLATE NOCASE, name, id`,
  );
}

export function getPinnedProjects(connection: Connection): ProjectSummary[] {
  return all(connection, `SELECT ${summary} FROM projects WHERE is_pinned = 1 ORDER BY pin_order`);
}

export function getProject(connection: Connection, id: string): ProjectSummary | undefined {
  return all<ProjectSummary>(connection, `SELECT ${summary} FROM projects WHERE id = ? AND ${isLiving}`, [
    id,
  ])[0];
}

/** @throws `NotFound` */
export function requireProject(connection: Connection, id: string): ProjectSummary {
  const project = getProject(connection, id);
  if (!project) throw notFound('project');
  return project;
}

/** The project that this one was merged into, directly or not; itself if it wasn't merged. */
export function resolveMerged(connection: Connection, id: string): string {
  const sql = `WITH RECURSIVE chain (id, merged_into) AS (
      SELECT id, merged_into FROM projects WHERE id = ?
      UNION SELECT projects.id, projects.merged_into FROM chain JOIN projects ON projects.id = chain.merged_into
    ) SELECT id FROM chain WHERE merged_into IS NULL`;
  return (value(connection, sql, [id]) as string | undefined) ?? id;
}

/** Sets or removes the client of projects, including deleted ones. @returns their number */
export function updateClientName(
  connection: Connection,
  ids: readonly string[],
  clientName: string | null,
  updatedAt: number,
): number {
  const before = all<{ clientName: string }>(
    connection,
    `SELECT DISTINCT client_name FROM projects
     WHERE client_name IS NOT NULL AND id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  // If several clients become one, it is unclear whose address to keep.
  if (clientName !== null && before.length === 1)
    copyClientDetails(connection, before[0]?.clientName ?? '', clientName, updatedAt);
  return run(
    connection,
    `UPDATE projects SET client_name = ?2, updated_at = ?3, created_by_import = NULL
     WHERE id IN (SELECT value FROM json_each(?1)) AND merged_into IS NULL`,
    [JSON.stringify(ids), clientName, updatedAt],
  );
}

/** Removes empty projects that an import created, unless the user decided anything about them. */
export function removeEmptyImportedProjects(connection: Connection): void {
  run(
    connection,
    `DELETE FROM projects WHERE created_by_import IS NOT NULL
       AND deleted_at IS NULL AND merged_into IS NULL
       AND NOT EXISTS (SELECT 1 FROM projects AS part WHERE part.merged_into = projects.id)
       AND NOT EXISTS (SELECT 1 FROM chosen_projects WHERE project_id = projects.id)
       AND NOT EXISTS (SELECT 1 FROM event_projects JOIN event_rows ON event_rows.project = event_projects.id
         WHERE event_projects.project_id = projects.id)
       AND NOT EXISTS (SELECT 1 FROM event_projects JOIN deleted_event_rows AS kept ON kept.project = event_projects.id
         WHERE event_projects.project_id = projects.id)
       AND NOT EXISTS (SELECT 1 FROM cvs WHERE project_id = projects.id)`,
  );
}

export function isNameTaken(connection: Connection, name: string): boolean {
  return value(connection, 'SELECT 1 FROM projects WHERE name = ? LIMIT 1', [name]) !== undefined;
}
