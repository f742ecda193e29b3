import type { UnknownTable } from '../../ingest/files/chosen-file';
import type { TableMapping } from '../../model/table-mapping';
import { later } from '../../texts/later';
import { call } from '../database/connection.svelte';
import { reportFailure } from '../shell/report';
import { undoable, undoStack } from '../shell/undo.svelte';
import { unknownTables } from './unknown-tables.svelte';

/** Usage that was read with the mapping stays. Undo makes it read files again. */
export const deleteMapping = undoable(async ({ id, name }: TableMapping): Promise<void> => {
  try {
    await call('deleteTableMapping', id, Date.now());
    undoStack.offer(later.mapping.removed(name), () => call('restoreTableMapping', id, Date.now()));
  } catch (error) {
    reportFailure(later.mapping.failed, error);
  }
});

/** Rejects with `BadInput` when another mapping has the name. */
export const renameMapping = undoable(async ({ id, name }: TableMapping, newName: string): Promise<void> => {
  await call('renameTableMapping', id, newName, Date.now());
  undoStack.offer(later.mapping.renamed(name, newName), () =>
    call('renameTableMapping', id, name, Date.now()),
  );
});

/** Hides the tables, so that the user isn't asked about them again. */
export function leaveOutTables(tables: readonly UnknownTable[]): void {
  unknownTables.leaveOut(tables);
  undoStack.offer(later.mapping.leftOut(tables.length), () => {
    unknownTables.takeBack(tables);
    return Promise.resolve();
  });
}
