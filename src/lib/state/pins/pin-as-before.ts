import { call } from '../database/connection.svelte';

/**
 * Pins a project again at the place it had, for undo: behind the last of those that were ahead of it then. What the user
 * or another tab has moved since stays moved.
 */
export async function pinAsBefore(projectId: string, before: readonly string[]): Promise<void> {
  const others = (await call('getPinnedProjects')).map(({ id }) => id).filter((id) => id !== projectId);
  const ahead = before.slice(0, before.indexOf(projectId));
  const index = others.findLastIndex((id) => ahead.includes(id)) + 1;
  await call('pinProjectAt', projectId, index, Date.now());
}
