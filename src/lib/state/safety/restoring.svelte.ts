import { chosenDatabase } from '../../client/current';
import { SafetyWorker } from '../../client/safety-worker';
import type { TokentabError } from '../../model/errors';
import { whenNothingImports } from '../../model/import-lock';
import {
  needsPassphrase,
  type BackupFile,
  type DatabaseContents,
  type InspectedSource,
  type Inspection,
} from '../../protocol/backups';
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
  /** An encrypted file that waits for its passphrase. */
  locked = $state.raw<{ file: Blob; isOpen: boolean }>();
  /** A file that was refused as damaged, of which a part may still be readable. */
  damaged = $state.raw<{ file: Blob; isOpen: boolean }>();
  /** Whether what is inspected is what could be recovered from a damaged file. */
  isSalvage = $state(false);
  #worker: SafetyWorker | undefined;

  /**
   * A file that needs a passphrase becomes `locked` if it comes without one.
   * @param isOpen whether the current database can be read
   */
  async inspect(source: InspectedSource, isOpen: boolean): Promise<void> {
    this.cancel();
    const worker = (this.#worker = new SafetyWorker());
    this.isBusy = true;
    this.isSalvage = source.kind === 'damaged';
    try {
      const isLocked =
        source.kind === 'file' && source.passphrase === undefined && (await needsPassphrase(source.file));
      const { timeZone } = settings;
      const inspection = isLocked ? undefined : await worker.ask({ kind: 'inspect', source, timeZone });
      const here = isOpen && !isLocked ? await call('getStoredContents') : undefined;
      if (this.#worker !== worker) return;
      this.locked = isLocked ? { file: source.file, isOpen } : undefined;
      this.here = here;
      this.inspection = inspection;
    } catch (error) {
      if (this.#worker !== worker) return;
      this.error = asTokentabError(error);
      const mayBeSalvaged = source.kind === 'file' && this.error.code === 'Corrupt' && !source.passphrase;
      if (mayBeSalvaged) this.damaged = { file: source.file, isOpen };
    }
    if (this.inspection === undefined) worker.end();
    this.isBusy = false;
  }

  /** Inspects the locked file. It stays locked if the passphrase is wrong. */
  async unlock(passphrase: string): Promise<void> {
    const { locked } = this;
    if (this.isBusy || !locked) return;
    const inspecting = this.inspect({ kind: 'file', file: locked.file, passphrase }, locked.isOpen);
    this.locked = locked;
    await inspecting;
  }

  /** Inspects what can still be read of the damaged file. */
  async salvage(): Promise<void> {
    const { damaged } = this;
    if (damaged) await this.inspect({ kind: 'damaged', file: damaged.file }, damaged.isOpen);
  }

  cancel(): void {
    this.#worker?.end();
    this.#worker = this.inspection = this.here = this.error = this.locked = this.damaged = undefined;
    this.isBusy = false;
  }

  /** Backs up the current database, then replaces it. */
  async replace(): Promise<void> {
    this.isBusy = true;
    try {
      await whenNothingImports();
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

/**
 * Restores the database from before, with the same checks, and shows a toast. What it replaces is backed up as well,
 * because usage may have been recorded since.
 */
export async function putBack(before: BackupFile, done: string): Promise<void> {
  const worker = new SafetyWorker();
  try {
    await worker.ask({
      kind: 'inspect',
      source: { kind: 'backup', name: before.name },
      timeZone: settings.timeZone,
    });
    const bytes = await worker.ask({ kind: 'take' });
    await whenNothingImports();
    await dataSafety.backUp('restore');
    await call('replaceDatabase', bytes);
    toasts.show({ kind: 'done', text: done });
  } catch (error) {
    reportFailure(t.safety.restoreFailed, error);
  } finally {
    worker.end();
  }
}
