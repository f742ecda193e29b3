import type { ImportRecord } from '../../model/import-summary';
import { t } from '../../texts/texts';
import { call } from '../database/connection.svelte';
import { reportFailure } from '../shell/report';
import { toasts } from '../shell/toasts.svelte';

export async function undoImport({ id, eventsAdded }: ImportRecord): Promise<void> {
  try {
    const isUndone = await call('undoImport', id, Date.now());
    if (isUndone) toasts.show({ kind: 'done', text: t.imports.undone(eventsAdded) });
  } catch (error) {
    reportFailure(t.imports.undoFailed, error);
  }
}
