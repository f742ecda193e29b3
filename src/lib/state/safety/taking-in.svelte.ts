import { SafetyWorker } from '../../client/safety-worker';
import type { TokentabError } from '../../model/errors';
import { whenNothingImports } from '../../model/import-lock';
import {
  needsPassphrase,
  type DatabaseContents,
  type InspectedSource,
  type Loss,
  type MergePreview,
} from '../../protocol/backups';
import { t } from '../../texts/texts';
import { call } from '../database/connection.svelte';
import { settings } from '../database/settings.svelte';
import { asTokentabError } from '../shell/errors';
import { toasts } from '../shell/toasts.svelte';
import { dataSafety } from './data-safety.svelte';
import { putBack } from './restoring.svelte';

/** A file from another browser or device, to be merged into the database once the user confirms. */
export class TakingIn {
  /** The current step; undefined if idle. */
  step = $state<'checking' | 'comparing' | 'taking-in'>();
  file = $state.raw<{ contents: DatabaseContents; losses: Loss[] }>();
  preview = $state.raw<MergePreview>();
  error = $state.raw<TokentabError>();
  /** An encrypted file that waits for its passphrase. */
  locked = $state.raw<Blob>();
  #worker: SafetyWorker | undefined;
  #bytes: Uint8Array<ArrayBuffer> | undefined;

  /** A file that needs a passphrase becomes `locked` if it comes without one. */
  async look(file: Blob, passphrase?: string): Promise<void> {
    this.cancel();
    const worker = (this.#worker = new SafetyWorker());
    this.step = 'checking';
    try {
      if (passphrase === undefined && (await needsPassphrase(file))) {
        if (this.#worker === worker) this.locked = file;
      } else await this.#compare(worker, { kind: 'file', file, passphrase });
    } catch (error) {
      if (this.#worker === worker) this.error = asTokentabError(error);
    }
    worker.end();
    if (this.#worker === worker) this.step = undefined;
  }

  async #compare(worker: SafetyWorker, source: InspectedSource): Promise<void> {
    const inspection = await worker.ask({ kind: 'inspect', source, timeZone: settings.timeZone });
    const bytes = await worker.ask({ kind: 'take' });
    this.step = 'comparing';
    await whenNothingImports();
    const preview = await call('previewMerge', bytes);
    if (this.#worker !== worker) return;
    this.#bytes = bytes;
    this.file = inspection;
    this.preview = preview;
    this.locked = undefined;
  }

  /** Looks into the locked file. It stays locked if the passphrase is wrong. */
  async unlock(passphrase: string): Promise<void> {
    const { locked } = this;
    if (this.step !== undefined || !locked) return;
    const looking = this.look(locked, passphrase);
    this.locked = locked;
    await looking;
  }

  cancel(): void {
    this.#worker?.end();
    this.#worker = this.#bytes = this.step = undefined;
    this.file = this.preview = this.error = this.locked = undefined;
  }

  /** Backs up the current database, then merges the file. */
  async takeIn(): Promise<void> {
    const bytes = this.#bytes;
    if (!bytes) return;
    this.step = 'taking-in';
    try {
      await whenNothingImports();
      const before = await dataSafety.backUp('merge');
      const done = await call('mergeDatabase', bytes);
      toasts.show({
        kind: 'done',
        text: t.safety.tookIn(Math.max(0, done.after.events - done.before.events)),
        action: { label: t.shell.undo, run: () => void putBack(before, t.safety.takeInUndone) },
      });
      this.cancel();
    } catch (error) {
      this.error = asTokentabError(error);
      this.step = undefined;
    }
  }
}
