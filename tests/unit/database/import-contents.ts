import type { TestDatabase } from './open';
import { usageByFolder } from './samples';

/** All usage by folder, and the projects: what must not depend on the way that led to it. */
export function contents({ commands, database }: TestDatabase) {
  const folders = new Map(
    database.db
      .selectArrays('SELECT project_id, path FROM project_paths')
      .map(([id, path]) => [id, path as string]),
  );
  const folderOf = (id: string) => folders.get(id) ?? id;
  return {
    usage: usageByFolder(commands, folderOf),
    folders: commands
      .getProjects()
      .map(({ id }) => folderOf(id))
      .sort(),
    sessions: database.db.selectValue('SELECT count(*) FROM sessions'),
    superseded: database.db.selectValue('SELECT count(*) FROM superseded_usage_events'),
  };
}
