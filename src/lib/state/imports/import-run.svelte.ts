import { version } from '$app/environment';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { isTeamOpen } from '../../client/current';
import type { ChosenFiles } from '../../ingest/files/chosen-file';
import type { ImportProgress, ImportSummary } from '../../model/import-summary';
import type { TokentabError } from '../../model/errors';
import { t } from '../../texts/texts';
import { connection } from '../database/connection.svelte';
import { unknownTables } from '../mapping/unknown-tables.svelte';
import { asTokentabError } from '../shell/errors';
import { importLink } from '../view/links';
import { toasts } from '../shell/toasts.svelte';

export type ImportOutcome =
  | { kind: 'finished' | 'cancelled'; summary: ImportSummary }
  | { kind: 'nothing' }
  | { kind: 'failed'; error: TokentabError };

/**
 * The one import that can run in this tab. All files come in through it, whether they are chosen, dropped, opened or
 * shared. It belongs to no page, so it continues while the user visits others.
 */
class ImportRun {
  isRunning = $state(false);
  isCancelling = $state(false);
  /** Undefined while the files are still being collected. */
  progress = $state.raw<ImportProgress>();
  /** The tools whose logs are among the files, judged by their paths. */
  found = $state.raw<readonly string[]>([]);
  outcome = $state.raw<ImportOutcome>();
  startedAt = $state(0);
  #abort = new AbortController();
  #current: Promise<ImportOutcome> | undefined;

  /**
   * Opens the import page and starts the import. `files` may still be pending: walking a large folder takes a while
   * and is part of the import. Returns the outcome; undefined when another import was running and these files were
   * ignored, and in a team's database.
   */
  async start(files: Promise<ChosenFiles>): Promise<ImportOutcome | undefined> {
    if (page.route.id !== '/import') void goto(importLink());
    // The page says that nothing is imported there.
    if (isTeamOpen()) return undefined;
    if (this.isRunning) {
      toasts.show({ kind: 'done', text: t.imports.alreadyRunning });
      // Nobody else awaits this promise, so a failed walk would be an unhandled rejection.
      await files.catch(() => undefined);
      return undefined;
    }
    this.isRunning = true;
    this.isCancelling = false;
    this.progress = undefined;
    this.found = [];
    this.outcome = undefined;
    unknownTables.beginImport();
    this.startedAt = Date.now();
    this.#abort = new AbortController();
    this.#current = this.#run(files, this.#abort.signal);
    const outcome = await this.#current;
    this.outcome = outcome;
    this.isRunning = false;
    return outcome;
  }

  /** Like `start`, but waits for the running import to end: for files that the user cannot simply choose again. */
  async startNext(files: Promise<ChosenFiles>): Promise<ImportOutcome | undefined> {
    while (this.isRunning) await this.#current;
    return this.start(files);
  }

  /** Batches that were already stored stay stored. */
  cancel(): void {
    this.isCancelling = true;
    this.#abort.abort();
  }

  async #run(waiting: Promise<ChosenFiles>, signal: AbortSignal): Promise<ImportOutcome> {
    try {
      const { files, problems } = await waiting;
      if (signal.aborted || files.length + problems.length === 0) return { kind: 'nothing' };
      const [{ importFiles }, { chosenRoot }, { toolsIn }] = await Promise.all([
        import('../../ingest/run/import-files'),
        import('../../ingest/files/file-memory'),
        import('./tool-places'),
      ]);
      this.found = toolsIn(files.map(({ path }) => path));
      const summary = await importFiles(connection.client, files, {
        signal,
        problems,
        memory: { root: chosenRoot, reader: version, isLive: false },
        onProgress: (progress) => (this.progress = progress),
        onUnknownTable: (table) => unknownTables.add(table),
      });
      return { kind: this.isCancelling ? 'cancelled' : 'finished', summary };
    } catch (error) {
      return { kind: 'failed', error: asTokentabError(error) };
    }
  }
}

export const importRun = new ImportRun();
