import type { TestDatabase } from '../open';

export const always = { from: '2020-01-01', to: '2099-12-31' };

export function rows({ database }: TestDatabase, sql: string): unknown[][] {
  return database.db.selectArrays(sql);
}

export function idsOf(test: TestDatabase, sql: string): string[] {
  return rows(test, sql).map(([id]) => id as string);
}

/** Empty projects that an import created are deleted when the next import ends, so they are ignored. */
const isKept = `(projects.id LIKE 'own-%' OR merged_into IS NOT NULL
  OR EXISTS (SELECT 1 FROM projects AS part WHERE part.merged_into = projects.id)
  OR EXISTS (SELECT 1 FROM usage_events WHERE project_id = projects.id)
  OR EXISTS (SELECT 1 FROM deleted_usage_events WHERE project_id = projects.id))`;

/** Everything that a person could tell apart, except when it was changed. */
export function contents(test: TestDatabase) {
  return {
    events: rows(
      test,
      `SELECT dedupe_key, project_id, import_id, session_id, path, total_tokens,
         recorded_cost_nano_usd, cost_nano_usd, cost_basis, count_quality, date FROM usage_events
       UNION ALL SELECT dedupe_key, 'deleted: ' || project_id, import_id, session_id, path, total_tokens,
         recorded_cost_nano_usd, cost_nano_usd, cost_basis, count_quality, '' FROM deleted_usage_events ORDER BY 1`,
    ),
    projects: rows(
      test,
      `SELECT id, name, is_archived, deleted_at IS NULL, merged_into FROM projects WHERE ${isKept} ORDER BY id`,
    ),
    pins: test.commands.getPinnedProjects().map(({ id }) => id),
    paths: rows(
      test,
      `SELECT path, project_id, covers_subfolders, decided_at IS NULL FROM project_paths
       WHERE decided_at IS NOT NULL OR project_id IN (SELECT id FROM projects WHERE ${isKept}) ORDER BY path`,
    ),
    // For events recorded by hand, it only says where their project came from.
    chosen: rows(
      test,
      'SELECT dedupe_key, project_id FROM chosen_projects WHERE length(dedupe_key) = 32 ORDER BY 1',
    ),
  };
}

/** The events with their tokens, wherever they are; those recorded by hand apart, since a deleted project takes none. */
export function keysOf(test: TestDatabase) {
  return contents(test)
    .events.filter(([, , importId]) => importId !== null)
    .map(([key, , importId, , , tokens, , cost]) => [key, importId, tokens, cost]);
}

/** Every event, page by page. */
export function readAll({ commands }: TestDatabase, projectIds?: string[]) {
  const all = [];
  let after: ReturnType<typeof commands.getUsageEvents>['next'] = null;
  do {
    const page = commands.getUsageEvents({
      ...always,
      projectIds,
      after,
      limit: 3,
    });
    all.push(...page.events);
    after = page.next;
  } while (after !== null);
  return all;
}
