import { chosenDatabase } from '../../client/current';
import { SafetyWorker } from '../../client/safety-worker';
import type { TokentabError } from '../../model/errors';
import type { BackupFile, DatabaseContents, InspectedSource, Inspection } from '../../protocol/backups';
import { savePlan, saveNote } from '../../protocol/safety-store';
import { t } from '../../texts/texts';
import { call } from '../database/connection.svelte';
import { settings } from '../database/settings.svelte';
import { asTokentabError } from '../shell/errors';
import { reportFailure } from '../shell/report';
import { toasts } from '../shell/toasts.svelte';
import { dataSafety } from './data-safety.svelte';

/**
 * A backup or file that is to replace the database. It is inspected first, and replaces it only when the user
 * confirms.
 */
export class Restoring {
  isBusy = $state(false);
  inspection = $state.raw<Inspection>();
  /** The contents of the current database, for comparison; undefined if it can't be read. */
  here = $state.raw<DatabaseContents>();
  error = $state.raw<TokentabError>();
  #worker: SafetyWorker | undefined;

  /** @param isOpen whether the current database can be read */
  async inspect(source: InspectedSource, isOpen: boolean): Promise<void> {
    this.cancel();
    this.isBusy = true;
    this.#worker = new SafetyWorker();
    try {
      const { timeZone } = settings;
      const inspection = await this.#worker.ask({ kind: 'inspect', source, timeZone });
      this.here = isOpen ? await call('getStoredContents') : undefined;
      this.inspection = inspection;
    } catch (error) {
      this.error = asTokentabError(error);
      this.#worker.end();
    }
    this.isBusy = false;
  }

  cancel(): void {
    this.#worker?.end();
    this.#worker = undefined;
    this.inspection = undefined;
    this.here = undefined;
    this.error = undefined;
  }

  /** Backs up the current database, then replaces it. */
  async replace(): Promise<void> {
    this.isBusy = true;
    try {
      const before = await dataSafety.backUp('restore');
      const bytes = await this.#take();
      await call('replaceDatabase', bytes);
      toasts.show({
        kind: 'done',
        text: t.safety.restored,
        action: { label: t.shell.undo, run: () => void putBack(before, t.safety.restoreUndone) },
      });
      this.cancel();
    } catch (error) {
      this.error = asTokentabError(error);
    }
    this.isBusy = false;
  }

  /** For a database that doesn't open: the next opening sets it aside and uses this one instead. Reloads the page. */
  async replaceAtOpening(): Promise<void> {
    this.isBusy = true;
    try {
      await this.#worker?.ask({ kind: 'lay-ready' });
      await savePlan(chosenDatabase(), { kind: 'restore' });
      await saveNote({ id: 'note-check', at: Date.now(), ok: true });
      location.reload();
    } catch (error) {
      this.error = asTokentabError(error);
      this.isBusy = false;
    }
  }

  #take(): Promise<Uint8Array<ArrayBuffer>> {
    if (!this.#worker) throw new Error('Nothing was inspected.');
    return this.#worker.ask({ kind: 'take' });
  }
}

/** Restores the database from before, with the same checks, and shows a toast. */
export async function putBack(before: BackupFile, done: string): Promise<void> {
  const worker = new SafetyWorker();
  try {
    await worker.ask({
      kind: 'inspect',
      source: { kind: 'backup', name: before.name },
      timeZone: settings.timeZone,
    });
    await call('replaceDatabase', await worker.ask({ kind: 'take' }));
    toasts.show({ kind: 'done', text: done });
  } catch (error) {
    reportFailure(t.safety.restoreFailed, error);
  } finally {
    worker.end();
  }
}
