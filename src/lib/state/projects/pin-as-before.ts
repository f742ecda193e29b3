import { call } from '../database/connection.svelte';

/**
 * Restores a pin to its former position, for undo: behind the last of the pins that were ahead of it then. Pins that
 * the user or another tab has moved since stay where they are.
 */
export async function pinAsBefore(projectId: string, before: readonly string[]): Promise<void> {
  const others = (await call('getPinnedProjects')).map(({ id }) => id).filter((id) => id !== projectId);
  const ahead = before.slice(0, before.indexOf(projectId));
  const index = others.findLastIndex((id) => ahead.includes(id)) + 1;
  await call('pinProjectAt', projectId, index, Date.now());
}
