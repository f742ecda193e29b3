import { notFound } from '../sql/check-argument';
import type { DatabaseContext } from '../context';
import { bringBackProject, setAsideDeleted } from './deleted-events';
import { ProjectFinder } from './project-paths';
import { livingProjectId } from './projects';
import { readBeginnings, type Beginnings } from '../imports/sessions';
import { all, run } from '../sql/statements';

interface Group {
  path: string | null;
  source: string;
  sessionId: string | null;
  importId: string | null;
}

const isNotChosen = `NOT EXISTS (SELECT 1 FROM chosen_projects WHERE dedupe_key = usage_events.dedupe_key)`;
// By the session where there is one: a project of a million events holds some thousand sessions.
const moveSession = `UPDATE usage_events SET project_id = ?1
  WHERE session_id = ?5 AND project_id = ?2 AND path IS ?3 AND source = ?4 AND ${isNotChosen}`;
const moveOthers = `UPDATE usage_events SET project_id = ?1
  WHERE session_id IS NULL AND project_id = ?2 AND path IS ?3 AND source = ?4 AND ${isNotChosen}`;

/**
 * Moves what a project holds to where the user's decisions say that it belongs now. To be called, inside a transaction,
 * after a decision changed, with every project that may hold something that it is about.
 */
export function rehomeProject(database: DatabaseContext, projectId: string, movedAt: number): void {
  bringBackProject(database, projectId);
  rehomeByPath(database, projectId, movedAt);
  rehomeChosen(database, projectId);
  setAsideDeleted(database);
}

/** The same for one event that stands in the usage. Where it belongs may be a deleted project. */
export function rehomeEvent(database: DatabaseContext, key: string, movedAt: number): void {
  const [event] = all<Group & { projectId: string; chosenId: string | null }>(
    database,
    `SELECT path, source, session_id, import_id, project_id,
       (SELECT project_id FROM chosen_projects WHERE dedupe_key = event.dedupe_key) AS chosen_id
     FROM usage_events AS event WHERE dedupe_key = ?`,
    [key],
  );
  if (!event) throw notFound('event');
  const { source, sessionId, importId, chosenId } = event;
  let home = event.projectId;
  if (chosenId !== null) home = livingProjectId(database, chosenId);
  else if (source !== 'manual') {
    const beginnings = readBeginnings(database, source, sessionId === null ? [] : [sessionId]);
    const beganIn = beginnings.get(sessionId ?? '')?.beganIn ?? null;
    home = new ProjectFinder(database, importId, movedAt).find(event.path, beganIn, source);
  }
  run(database, 'UPDATE usage_events SET project_id = ?2 WHERE dedupe_key = ?1', [key, home]);
}

function rehomeByPath(database: DatabaseContext, projectId: string, movedAt: number): void {
  const groups = all<Group>(
    database,
    `SELECT path, source, session_id, min(import_id) AS import_id FROM usage_events
     WHERE project_id = ? AND source <> 'manual' AND ${isNotChosen} GROUP BY path, source, session_id`,
    [projectId],
  );
  // Where a folder leads nowhere any more, it gets a project as if that import were read now.
  const finder = new ProjectFinder(database, groups[0]?.importId ?? null, movedAt);
  const beginnings = new Map<string, Beginnings>();
  for (const source of new Set(groups.map((group) => group.source))) {
    const sessions = groups.filter((group) => group.source === source).map(({ sessionId }) => sessionId);
    beginnings.set(
      source,
      readBeginnings(
        database,
        source,
        sessions.filter((id) => id !== null),
      ),
    );
  }
  for (const { path, source, sessionId } of groups) {
    const beganIn = sessionId === null ? null : (beginnings.get(source)?.get(sessionId)?.beganIn ?? null);
    const home = finder.find(path, beganIn, source);
    if (home === projectId) continue;
    if (sessionId === null) run(database, moveOthers, [home, projectId, path, source]);
    else run(database, moveSession, [home, projectId, path, source, sessionId]);
  }
}

function rehomeChosen(database: DatabaseContext, projectId: string): void {
  const chosen = all<{ projectId: string }>(
    database,
    `SELECT DISTINCT chosen_projects.project_id FROM chosen_projects
       CROSS JOIN usage_events USING (dedupe_key) WHERE usage_events.project_id = ?`,
    [projectId],
  );
  for (const { projectId: choice } of chosen) {
    const home = livingProjectId(database, choice);
    if (home === projectId) continue;
    run(
      database,
      `UPDATE usage_events SET project_id = ?1 WHERE project_id = ?2
         AND dedupe_key IN (SELECT dedupe_key FROM chosen_projects WHERE project_id = ?3)`,
      [home, projectId, choice],
    );
  }
}
