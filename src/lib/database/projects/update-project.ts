import type { Connection } from '../context';
import { run } from '../sql/statements';
import { pinsToRemember, restorePin, takePinsBefore } from './pins-before';
import { getProject } from './projects';

/** `ProjectChanges` as received; an undefined field changes nothing. */
interface Changes {
  name?: string | undefined;
  clientName?: string | null | undefined;
  description?: string | null | undefined;
  isArchived?: boolean | undefined;
}

/** Archiving also unpins, and unarchiving restores the pin. False if there is no such project. */
export function updateProject(
  connection: Connection,
  id: string,
  changes: Changes,
  updatedAt: number,
): boolean {
  const before = getProject(connection, id);
  if (!before) return false;
  const kept = (change: string | null | undefined, old: string | null) =>
    change === undefined ? old : change;
  const isArchived = changes.isArchived ?? before.isArchived;
  const isNew = isArchived && !before.isArchived;
  run(
    connection,
    `UPDATE projects SET name = ?2, client_name = ?3, description = ?4, is_archived = ?5,
       is_pinned = iif(?5, 0, is_pinned), pin_order = iif(?5, 0, pin_order),
       pins_before = iif(?6, ?7, pins_before), updated_at = ?8, created_by_import = NULL
     WHERE id = ?1`,
    [
      id,
      changes.name ?? before.name,
      kept(changes.clientName, before.clientName),
      kept(changes.description, before.description),
      isArchived ? 1 : 0,
      isNew ? 1 : 0,
      isNew ? pinsToRemember(connection, id) : null,
      updatedAt,
    ],
  );
  if (before.isArchived && !isArchived) {
    const pins = takePinsBefore(connection, id);
    if (pins !== null) restorePin(connection, id, pins, updatedAt);
  }
  return true;
}
