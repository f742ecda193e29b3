import { projectRoot } from '../../model/project-root';
import type { SourceSession } from '../../model/usage-event';
import type { Connection } from '../context';
import type { ProjectFinder } from './project-paths';
import { projectNumber } from '../events/dimensions';
import { isNotChosen } from './chosen-projects';
import { all, run } from '../sql/statements';

/** The earliest known beginning of each session of one source. */
export type Beginnings = Map<string, SourceSession>;

export function readBeginnings(
  connection: Connection,
  source: string,
  sessionIds: Iterable<string>,
): Beginnings {
  const rows = all<SourceSession>(
    connection,
    `SELECT session_id, began_at, began_in FROM sessions
     WHERE source = ? AND session_id IN (SELECT value FROM json_each(?))`,
    [source, JSON.stringify([...sessionIds])],
  );
  const earliest: Beginnings = new Map();
  for (const row of rows) keepEarlier(earliest, row);
  return earliest;
}

/** Keeps the session's earliest beginning; on a tie the smaller folder, so that the order of files doesn't matter. */
export function keepEarlier(beginnings: Beginnings, session: SourceSession): boolean {
  const known = beginnings.get(session.sessionId);
  const isEarlier =
    known === undefined ||
    session.beganAt < known.beganAt ||
    (session.beganAt === known.beganAt && session.beganIn < known.beganIn);
  if (isEarlier) beginnings.set(session.sessionId, session);
  return isEarlier;
}

/** Stored per import, so that undoing it removes exactly these. */
export function storeSessions(
  connection: Connection,
  importId: string,
  source: string,
  sessions: readonly SourceSession[],
): void {
  run(
    connection,
    `INSERT INTO sessions (source, session_id, import_id, began_at, began_in)
     SELECT ?1, value ->> 'sessionId', ?2, value ->> 'beganAt', value ->> 'beganIn' FROM json_each(?3) WHERE true
     ON CONFLICT (source, session_id, import_id) DO UPDATE
       SET began_at = excluded.began_at, began_in = excluded.began_in
       WHERE (excluded.began_at, excluded.began_in) < (began_at, began_in)`,
    [source, importId, JSON.stringify(sessions)],
  );
}

/** ?1 is the session, ?2 its source. */
const ofSession = 'session IN (SELECT id FROM event_sessions WHERE session_id = ?1 AND source = ?2)';

/** The given sessions that have events. */
export function sessionsWithEvents(
  connection: Connection,
  source: string,
  sessionIds: Iterable<string>,
): ReadonlySet<string> {
  const rows = all<{ sessionId: string }>(
    connection,
    `SELECT DISTINCT session_id FROM event_sessions
     WHERE source = ? AND session_id IN (SELECT value FROM json_each(?))
       AND EXISTS (SELECT 1 FROM event_rows WHERE session = event_sessions.id)`,
    [source, JSON.stringify([...sessionIds])],
  );
  return new Set(rows.map(({ sessionId }) => sessionId));
}

/** Moves a session's stored events to the right project after its known beginning has changed. */
export function reassignSession(
  connection: Connection,
  session: { source: string; sessionId: string; before: string | null; after: string | null },
  projects: ProjectFinder,
): void {
  const { source, sessionId, before, after } = session;
  const folders = all<{ path: string | null }>(
    connection,
    `SELECT path FROM event_paths WHERE id IN (SELECT path FROM event_rows WHERE ${ofSession})
     UNION ALL SELECT NULL WHERE EXISTS (SELECT 1 FROM event_rows WHERE ${ofSession} AND path IS NULL)`,
    [sessionId, source],
  );
  for (const { path } of folders) {
    if (path !== null && projectRoot(path, before) === projectRoot(path, after)) continue;
    run(
      connection,
      `UPDATE event_rows SET project = ?3 WHERE ${ofSession}
         AND path IS (SELECT id FROM event_paths WHERE path = ?4) AND project <> ?3 AND ${isNotChosen}`,
      [sessionId, source, projectNumber(connection, projects.find(path, after, source)), path],
    );
  }
}
