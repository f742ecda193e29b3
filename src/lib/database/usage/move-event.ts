import { notFound } from '../sql/check-argument';
import { chooseProject } from '../projects/chosen-projects';
import type { DatabaseContext } from '../context';
import { hideEvents, restoreEvent } from '../copies/deleted-events';
import { reassignEvent } from '../projects/reassign';
import { keysNamed, keyTextOf } from '../events/event-key';
import { all, value } from '../sql/statements';

/**
 * Moves one event to a project regardless of its path, and keeps it there in later imports. Null undoes that: an
 * imported event returns to the project of its path. Call inside a transaction. Idempotent.
 * @throws `NotFound`
 */
export function moveUsageEvent(
  database: DatabaseContext,
  id: string,
  projectId: string | null,
  movedAt: number,
): void {
  restoreEvent(database, id);
  const [event] = all<{ row: number; key: string }>(
    database,
    `SELECT id AS row, ${keyTextOf('event_rows')} AS key FROM event_rows WHERE key IN ${keysNamed('?1')}`,
    [id],
  );
  if (!event) throw notFound('event');
  if (
    projectId !== null &&
    value(database, 'SELECT 1 FROM projects WHERE id = ?', [projectId]) === undefined
  ) {
    throw notFound('project');
  }
  chooseProject(database, event.key, projectId, movedAt);
  reassignEvent(database, event.row, movedAt);
  hideEvents(database);
}
