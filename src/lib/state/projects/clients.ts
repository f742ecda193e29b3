import { t } from '../../texts/texts';
import { call } from '../database/connection.svelte';
import { undoable, undoStack } from '../shell/undo.svelte';
import { projects } from './projects.svelte';

/** The names of all clients, as they are stored, unsorted. */
export function clientNames(): string[] {
  return [...new Set(projects.all.flatMap(({ clientName }) => clientName ?? []))];
}

/**
 * Renames a client in all its projects at once, deleted ones included, and offers undo. Undo changes back exactly
 * these projects, even when the new name already had others. Rejects when the database refuses it.
 */
export const renameClient = undoable(async (from: string, to: string): Promise<void> => {
  const deleted = await call('getDeletedProjects');
  const ids = [...projects.all, ...deleted]
    .filter(({ clientName }) => clientName === from)
    .map(({ id }) => id);
  await call('updateClientName', ids, to, Date.now());
  undoStack.offer(t.clients.renamed(from, to), () => call('updateClientName', ids, from, Date.now()));
});
