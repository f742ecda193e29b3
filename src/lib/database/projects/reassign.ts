import { notFound } from '../sql/check-argument';
import type { DatabaseContext } from '../context';
import { knownProjectNumber, projectNumber } from '../events/dimensions';
import { isNotChosen } from './chosen-projects';
import { hideEvents, restoreEventsOfProject } from '../copies/deleted-events';
import { ProjectFinder } from './project-paths';
import { resolveMerged } from './projects';
import { readBeginnings, type Beginnings } from './sessions';
import { all, run } from '../sql/statements';

interface Group {
  path: string | null;
  source: string;
  sessionId: string | null;
  importId: string | null;
}

/** A project with the id by which rows refer to it. */
interface Numbered {
  projectId: string;
  number: number;
}

/** With the ids by which its events refer to project, path and session. */
type NumberedGroup = Group & {
  projectNumber: number;
  pathNumber: number | null;
  sessionNumber: number | null;
};

const ofGroup = `project = ?2 AND path IS ?3 AND kind IN (SELECT id FROM event_kinds WHERE source = ?4)
  AND ${isNotChosen}`;
// Use the index on sessions if possible: a project of a million events has a few thousand of them.
const moveSession = `UPDATE event_rows SET project = ?1 WHERE session = ?5 AND +${ofGroup}`;
const moveOthers = `UPDATE event_rows SET project = ?1 WHERE session IS NULL AND ${ofGroup}`;

/**
 * Moves a project's events to the projects they belong to by the user's current decisions. Call inside a transaction,
 * after a decision changed, with every project that may have affected events.
 */
export function reassignProject(database: DatabaseContext, projectId: string, movedAt: number): void {
  restoreEventsOfProject(database, projectId);
  const number = knownProjectNumber(database, projectId);
  if (number !== undefined) {
    moveGroups(database, { projectId, number }, groupsOf(database, projectRows, [number]), movedAt);
    reassignChosen(database, { projectId, number });
  }
  hideEvents(database);
}

/** For all projects. Call between `restoreAllEvents` and `hideEvents`. */
export function reassignAll(database: DatabaseContext, movedAt: number): void {
  const holders = all<Numbered>(
    database,
    'SELECT project_id, id AS number FROM event_projects WHERE EXISTS (SELECT 1 FROM event_rows WHERE project = event_projects.id)',
  );
  const groups = new Map(holders.map(({ number }): [number, NumberedGroup[]] => [number, []]));
  for (const group of groupsOf(database, everyRow)) groups.get(group.projectNumber)?.push(group);
  for (const holder of holders) {
    moveGroups(database, holder, groups.get(holder.number) ?? [], movedAt);
    reassignChosen(database, holder);
  }
}

/** For one event, by its row id; not for hidden ones. It may move to a deleted project. */
export function reassignEvent(database: DatabaseContext, row: number, movedAt: number): void {
  const [event] = all<Group & { projectId: string; chosenId: string | null }>(
    database,
    `SELECT path, source, session_id, import_id, project_id,
       (SELECT project_id FROM chosen_projects WHERE dedupe_key = event.dedupe_key) AS chosen_id
     FROM usage_events AS event WHERE row_id = ?`,
    [row],
  );
  if (!event) throw notFound('event');
  const { source, sessionId, importId, chosenId } = event;
  let home = event.projectId;
  if (chosenId !== null) home = resolveMerged(database, chosenId);
  else if (source !== 'manual') {
    const beginnings = readBeginnings(database, source, sessionId === null ? [] : [sessionId]);
    const beganIn = beginnings.get(sessionId ?? '')?.beganIn ?? null;
    home = new ProjectFinder(database, importId, movedAt).find(event.path, beganIn, source);
  }
  run(database, 'UPDATE event_rows SET project = ?2 WHERE id = ?1', [row, projectNumber(database, home)]);
}

/** Choices store keys of imported events in hexadecimal digits. */
const isChosen = 'key IN (chosen.dedupe_key, unhex(chosen.dedupe_key))';
const chosenRows = `SELECT event_rows.id FROM chosen_projects AS chosen CROSS JOIN event_rows ON event_rows.${isChosen}`;

/** The rows of one project, ?1, or all of them in their order on disk, which takes less than by project. */
const projectRows = 'event_rows WHERE project = ?1 AND';
const everyRow = 'event_rows NOT INDEXED WHERE';

/** Events that the user hasn't placed, by project, folder, source and session, with the first of their imports. */
function groupsOf(
  database: DatabaseContext,
  rows: typeof projectRows | typeof everyRow,
  bind: number[] = [],
): NumberedGroup[] {
  // Grouped by numbers first, as the rows store them: texts would be looked up for every row.
  return all<NumberedGroup>(
    database,
    `SELECT project_number, event_paths.path, event_kinds.source, event_sessions.session_id, min(import_id) AS import_id,
       path_number, session_number
     FROM (SELECT DISTINCT project AS project_number, path AS path_number, kind, session AS session_number, import
         FROM ${rows} id NOT IN (${chosenRows})) AS events
       JOIN event_kinds ON event_kinds.id = kind JOIN event_imports ON event_imports.id = import
       LEFT JOIN event_paths ON event_paths.id = path_number
       LEFT JOIN event_sessions ON event_sessions.id = session_number
     GROUP BY project_number, path_number, event_kinds.source, session_number`,
    bind,
  );
}

function moveGroups(
  database: DatabaseContext,
  { projectId, number }: Numbered,
  groups: readonly NumberedGroup[],
  movedAt: number,
): void {
  // A folder that no longer leads anywhere gets a project as if it were imported now.
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
  for (const { path, source, sessionId, pathNumber, sessionNumber } of groups) {
    const beganIn = sessionId === null ? null : (beginnings.get(source)?.get(sessionId)?.beganIn ?? null);
    const home = finder.find(path, beganIn, source);
    if (home === projectId) continue;
    const move = [projectNumber(database, home), number, pathNumber, source];
    if (sessionNumber === null) run(database, moveOthers, move);
    else run(database, moveSession, [...move, sessionNumber]);
  }
}

function reassignChosen(database: DatabaseContext, { projectId, number }: Numbered): void {
  const chosen = all<{ projectId: string }>(
    database,
    `SELECT DISTINCT chosen.project_id FROM chosen_projects AS chosen
       CROSS JOIN event_rows ON event_rows.${isChosen} WHERE event_rows.project = ?`,
    [number],
  );
  for (const { projectId: choice } of chosen) {
    const home = resolveMerged(database, choice);
    if (home === projectId) continue;
    run(
      database,
      `UPDATE event_rows SET project = ?1 WHERE project = ?2
         AND key IN (SELECT dedupe_key FROM chosen_projects WHERE project_id = ?3
           UNION ALL SELECT unhex(dedupe_key) FROM chosen_projects WHERE project_id = ?3)`,
      [projectNumber(database, home), number, choice],
    );
  }
}
