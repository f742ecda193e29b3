import { t } from '../../texts/texts';
import { call } from '../database/connection.svelte';
import { undoable, undoStack } from '../shell/undo.svelte';
import { projects } from './projects.svelte';

/** All names of clients, as they are stored, in no order. */
export function clientNames(): string[] {
  return [...new Set(projects.all.flatMap(({ clientName }) => clientName ?? []))];
}

/**
 * Gives all projects of a client another one, deleted ones as well, at once, and offers to take that back: exactly these
 * return, also where the other name had projects already. Rejects with what went wrong.
 */
export const renameClient = undoable(async (from: string, to: string): Promise<void> => {
  const deleted = await call('getDeletedProjects');
  const ids = [...projects.all, ...deleted]
    .filter(({ clientName }) => clientName === from)
    .map(({ id }) => id);
  await call('updateClientName', ids, to, Date.now());
  undoStack.offer(t.clients.renamed(from, to), () => call('updateClientName', ids, from, Date.now()));
});
