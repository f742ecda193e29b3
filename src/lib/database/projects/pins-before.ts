import type { Connection } from '../context';
import { pinProjectAt } from './pins';
import { getPinnedProjects } from './projects';
import { run, value } from '../sql/statements';

/** The order of the pins before a project leaves them, as JSON; null if it isn't pinned. */
export function pinsToRemember(connection: Connection, projectId: string): string | null {
  const ids = getPinnedProjects(connection).map(({ id }) => id);
  return ids.includes(projectId) ? JSON.stringify(ids) : null;
}

/** Returns what `pinsToRemember` returned when the project left the pins, and deletes it. */
export function takePinsBefore(connection: Connection, projectId: string): string[] | null {
  const json = value(connection, 'SELECT pins_before FROM projects WHERE id = ?', [projectId]);
  if (typeof json !== 'string') return null;
  run(connection, 'UPDATE projects SET pins_before = NULL WHERE id = ?', [projectId]);
  return JSON.parse(json) as string[];
}

/**
 * Pins the project behind the last of those that were ahead of it. Pins that the user has moved since stay where they
 * are. False if there is no such project.
 */
export function restorePin(
  connection: Connection,
  projectId: string,
  before: readonly string[],
  updatedAt: number,
): boolean {
  const ahead = before.slice(0, before.indexOf(projectId));
  const others = getPinnedProjects(connection)
    .map(({ id }) => id)
    .filter((id) => id !== projectId);
  const index = others.findLastIndex((id) => ahead.includes(id)) + 1;
  return pinProjectAt(connection, projectId, index, updatedAt);
}
