import { projectRoot } from '../../model/project-root';
import type { KnownFolder, PathDecision, ProjectPath, UndecidedName } from '../../model/project-path';
import type { DatabaseContext } from '../context';
import { pathlessSource, pathOfPathless, unassignedProjectId } from './project-paths';
import { resolveMerged, requireProject } from './projects';
import { all } from '../sql/statements';

interface Used {
  path: string;
  eventCount: number;
  totalTokens: number;
  inexactCount: number;
}

type Stored = PathDecision & { path: string };

const decision = `path, project_id, covers_subfolders, decided_at IS NOT NULL AS is_decided FROM project_paths`;

/**
 * The folders and foreign names of a project: those that lead to it, and those that occur in its events. Largest
 * first.
 */
export function getProjectPaths(database: DatabaseContext, projectId: string): ProjectPath[] {
  requireProject(database, projectId);
  const used = all<Used>(
    database,
    `SELECT cut.path, sum(cut.event_count) AS event_count, sum(cut.total_tokens) AS total_tokens,
       sum(cut.inexact_count) AS inexact_count
     FROM usage_monthly AS time CROSS JOIN usage_monthly_breakdown AS cut
       ON cut.month = time.month AND cut.project_id = time.project_id
     WHERE time.project_id = ? AND cut.path <> '' GROUP BY cut.path`,
    [projectId],
  );
  const byPath = new Map<string, ProjectPath>();
  const entry = (path: string): ProjectPath => {
    let known = byPath.get(path);
    if (!known) {
      known = { path, eventCount: 0, totalTokens: 0, inexactCount: 0, decision: null, leadsHere: false };
      byPath.set(path, known);
    }
    return known;
  };
  for (const { path, eventCount, totalTokens, inexactCount } of used) {
    // Worktrees and different spellings of a folder count as one.
    const folder = entry(projectRoot(path, null));
    folder.eventCount += eventCount;
    folder.totalTokens += totalTokens;
    folder.inexactCount += inexactCount;
  }
  for (const { path, ...rest } of storedPaths(database, projectId, [...byPath.keys()])) {
    const leadsHere = resolveMerged(database, rest.projectId) === projectId;
    if (pathlessSource(path) === null) Object.assign(entry(path), { decision: rest, leadsHere });
  }
  return [...byPath.values()].sort((a, b) => b.totalTokens - a.totalTokens || (a.path < b.path ? -1 : 1));
}

function storedPaths(database: DatabaseContext, projectId: string, paths: readonly string[]): Stored[] {
  return all<Stored>(
    database,
    `WITH RECURSIVE parts (id) AS (
       SELECT ?1 UNION SELECT projects.id FROM parts JOIN projects ON merged_into = parts.id
     ) SELECT ${decision} WHERE project_id IN (SELECT id FROM parts)
         OR path IN (SELECT value FROM json_each(?2))`,
    [projectId, JSON.stringify(paths)],
  );
}

const isFolder = "path GLOB '/*' OR path GLOB '[A-Za-z]:*' OR path GLOB '\\\\*'";

/** Foreign names, and sources whose events name no project, that the user hasn't assigned yet. Largest first. */
export function getUndecidedNames(database: DatabaseContext): UndecidedName[] {
  const names = all<UndecidedName>(
    database,
    `SELECT name.path, NULL AS source, name.project_id, sum(cut.event_count) AS event_count,
       sum(cut.total_tokens) AS total_tokens, sum(cut.inexact_count) AS inexact_count
     FROM project_paths AS name JOIN usage_monthly_breakdown AS cut ON cut.path = name.path
     WHERE name.decided_at IS NULL AND NOT (${isFolder.replaceAll('path', 'name.path')})
     GROUP BY name.path`,
  ).map((name) => ({ ...name, projectId: resolveMerged(database, name.projectId) }));
  const pathless = all<Used & { source: string }>(
    database,
    `SELECT source, sum(event_count) AS event_count, sum(total_tokens) AS total_tokens,
       sum(inexact_count) AS inexact_count
     FROM usage_monthly_breakdown WHERE path = '' AND source <> 'manual' AND project_id = ? GROUP BY source`,
    // Others without a path have the folder in which their session began, or a project that the user chose.
    [resolveMerged(database, unassignedProjectId)],
  ).map((used) => ({
    ...used,
    path: pathOfPathless(used.source),
    projectId: resolveMerged(database, unassignedProjectId),
  }));
  const decided = new Set(
    all<{ path: string }>(database, 'SELECT path FROM project_paths WHERE decided_at IS NOT NULL').map(
      ({ path }) => path,
    ),
  );
  return [...names, ...pathless.filter(({ path }) => !decided.has(path))].sort(
    (a, b) => b.totalTokens - a.totalTokens || (a.path < b.path ? -1 : 1),
  );
}

/** Where a folder leads, or else where most of its usage is. */
export function getKnownFolders(database: DatabaseContext): KnownFolder[] {
  const used = all<KnownFolder>(
    database,
    `SELECT path, project_id, max(tokens) FROM (
       SELECT path, project_id, sum(total_tokens) AS tokens FROM usage_monthly_breakdown
       WHERE ${isFolder} GROUP BY path, project_id
     ) GROUP BY path`,
  );
  const stored = all<KnownFolder>(database, `SELECT path, project_id FROM project_paths WHERE ${isFolder}`);
  const byPath = new Map([...used, ...stored].map(({ path, projectId }) => [path, projectId]));
  return [...byPath].map(([path, projectId]) => ({ path, projectId: resolveMerged(database, projectId) }));
}
