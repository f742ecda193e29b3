import { version } from '$app/environment';
import type { ImportSession } from '../../ingest/run/import-session';
import type { FolderChange } from '../../ingest/files/watch-folder';
import type { ImportProgress } from '../../model/import-summary';
import { unknownTables } from '../mapping/unknown-tables.svelte';
import { connection } from '../database/connection.svelte';
import { asTokentabError, errorText } from '../shell/errors';
import type { StoredFolder } from './folder-store';

/**
 * `waiting`: not checked yet, or another tab reads it. `paused`: the browser requires the user's permission again.
 */
type FolderStatus = 'waiting' | 'reading' | 'ready' | 'paused' | 'refused' | 'gone' | 'failed';

/** One folder that is read automatically: when the app starts, and whenever a file in it changes. */
export class ConnectedFolder {
  status = $state<FolderStatus>('waiting');
  /** Whether changes are noticed at once. If not, they are found when the app starts next. */
  isWatched = $state(false);
  progress = $state.raw<ImportProgress>();
  /** UTC milliseconds. */
  readAt = $state<number>();
  /** Usage events that this tab has added from this folder. */
  added = $state(0);
  /** A plain sentence when the status is `failed`. */
  problem = $state('');
  readonly stored: StoredFolder;
  #session: ImportSession | undefined;
  #unwatch: (() => void) | null = null;
  #isReading = false;
  #isRecalled = false;
  #isForgotten = false;
  #later: ReturnType<typeof setTimeout> | undefined;
  /** Changes that arrived while the folder was being read. */
  #next: FolderChange[] = [];

  constructor(stored: StoredFolder) {
    this.stored = stored;
  }

  /** Reads the folder if that needs no permission prompt. */
  async start(): Promise<void> {
    const { folderPermission } = await import('../../ingest/files/folder-access');
    const permission = await folderPermission(this.stored.handle);
    if (permission === 'granted') await this.#readAndWatch();
    else this.status = permission === 'prompt' ? 'paused' : 'refused';
  }

  /** Asks for permission first. Must be called from a user gesture. */
  async resume(): Promise<void> {
    const { requestFolder } = await import('../../ingest/files/folder-access');
    const permission = await requestFolder(this.stored.handle);
    if (permission === 'granted') await this.#readAndWatch();
    else this.status = permission === 'denied' ? 'refused' : 'paused';
  }

  /** Reads all files again even though they haven't changed, because something else in them may be readable now. */
  async readAgain(): Promise<void> {
    if (this.status === 'ready' || this.status === 'reading') await this.#read(null);
  }

  /** Stops for good. A read that is running now is the last one. */
  forget(): void {
    this.#isForgotten = true;
    this.stop();
  }

  stop(): void {
    clearTimeout(this.#later);
    this.#unwatch?.();
    this.#unwatch = null;
    this.isWatched = false;
    this.#next = [];
  }

  async #readAndWatch(): Promise<void> {
    const { watchFolder } = await import('../../ingest/files/watch-folder');
    // Watch before reading, so that no change is missed in between.
    this.#unwatch ??= await watchFolder(this.stored.handle, (change) => void this.#read(change));
    // The folder may have been disconnected while it was being opened.
    if (this.#isForgotten) {
      this.stop();
      return;
    }
    this.isWatched = this.#unwatch !== null;
    await this.#read(null);
  }

  async #read(change: FolderChange): Promise<void> {
    if (this.#isForgotten) return;
    this.#next.push(change);
    if (this.#isReading) return;
    this.#isReading = true;
    this.status = 'reading';
    try {
      let state: 'there' | 'gone' | 'refused' = 'there';
      while (this.#next.length > 0) state = await this.#readNext();
      this.status = state === 'there' ? 'ready' : state;
      if (state !== 'there') this.stop();
    } catch (error) {
      this.status = 'failed';
      this.problem = errorText(asTokentabError(error));
      // An undone import accepts no more events, so the next change starts a new import.
      this.#session = undefined;
    } finally {
      this.#next = [];
      this.#isReading = false;
      this.progress = undefined;
    }
  }

  async #readNext(): Promise<'there' | 'gone' | 'refused'> {
    const changes = this.#next;
    this.#next = [];
    const [access, collect, watch, ingest, sessions, rows] = await Promise.all([
      import('../../ingest/files/folder-access'),
      import('../../ingest/files/collect-files'),
      import('../../ingest/files/watch-folder'),
      import('../../ingest/run/import-files'),
      import('../../ingest/run/import-session'),
      import('../../ingest/scan/half-row'),
    ]);
    const { handle, id } = this.stored;
    const state = await access.folderState(handle);
    if (state !== 'there') return state;
    await this.#recallOffers();
    const isAll = changes.includes(null);
    const { files, problems } = isAll
      ? await collect.collectFromDirectory(handle)
      : {
          files: await watch.openChanged(
            handle,
            changes.flatMap((change) => change ?? []),
          ),
          problems: [],
        };
    this.#session ??= new sessions.ImportSession();
    const before = this.#session.summary?.eventsAdded ?? 0;
    const summary = await ingest.importChanges(connection.client, files, {
      problems,
      session: this.#session,
      memory: { root: `folder:${id}`, reader: version, isLive: true },
      onProgress: (progress) => (this.progress = progress),
      onUnknownTable: (table) => unknownTables.ofFolders.add({ ...table, folder: id }),
      onRead: (path) => unknownTables.ofFolders.wasRead(id, path),
      onUnfinished: () => this.#readLater(rows.rowRestMs),
    });
    if (summary !== null) this.added += summary.eventsAdded - before;
    this.readAt = Date.now();
    return state;
  }

  async #recallOffers(): Promise<void> {
    if (this.#isRecalled) return;
    this.#isRecalled = true;
    await unknownTables.ofFolders.recall(this.stored.id, this.stored.handle);
  }

  /** Reads again once a half-written row has stopped growing. */
  #readLater(ms: number): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.#read(null), ms + 1_000);
  }
}
