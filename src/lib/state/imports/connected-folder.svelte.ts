import { version } from '$app/environment';
import type { ImportSession } from '../../ingest/run/import-session';
import type { FolderChange } from '../../ingest/files/watch-folder';
import type { ImportProgress } from '../../model/import-summary';
import { unknownTables } from '../mapping/unknown-tables.svelte';
import { connection } from '../database/connection.svelte';
import { asTokentabError, errorText } from '../shell/errors';
import type { StoredFolder } from './folder-store';

/** `waiting`: not looked at yet, or another tab reads it. `paused`: the browser asks again before it may be read. */
type FolderStatus = 'waiting' | 'reading' | 'ready' | 'paused' | 'refused' | 'gone' | 'failed';

/** One folder that is read by itself: when the app starts, and whenever something in it changes. */
export class ConnectedFolder {
  status = $state<FolderStatus>('waiting');
  /** Whether changes are seen at once; else they are found at the next start. */
  isWatched = $state(false);
  progress = $state.raw<ImportProgress>();
  /** UTC milliseconds. */
  readAt = $state<number>();
  /** Usage events that this tab has added from it. */
  added = $state(0);
  /** A plain sentence, where the status is `failed`. */
  problem = $state('');
  readonly stored: StoredFolder;
  #session: ImportSession | undefined;
  #unwatch: (() => void) | null = null;
  #isReading = false;
  #isRecalled = false;
  #isForgotten = false;
  #later: ReturnType<typeof setTimeout> | undefined;
  /** What changed while it was being read. */
  #next: FolderChange[] = [];

  constructor(stored: StoredFolder) {
    this.stored = stored;
  }

  /** Reads it if that needs no question. */
  async start(): Promise<void> {
    const { folderPermission } = await import('../../ingest/files/folder-access');
    const permission = await folderPermission(this.stored.handle);
    if (permission === 'granted') await this.#readAndWatch();
    else this.status = permission === 'prompt' ? 'paused' : 'refused';
  }

  /** Asks for the permission first; to be called while the user presses a button. */
  async resume(): Promise<void> {
    const { requestFolder } = await import('../../ingest/files/folder-access');
    const permission = await requestFolder(this.stored.handle);
    if (permission === 'granted') await this.#readAndWatch();
    else this.status = permission === 'denied' ? 'refused' : 'paused';
  }

  /** Something else may be read of its files now, though they are as they were. */
  async readAgain(): Promise<void> {
    if (this.status === 'ready' || this.status === 'reading') await this.#read(null);
  }

  /** Stops for good: what is being read now is the last of it. */
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
    // Watched before it is read, so that nothing falls between the two.
    this.#unwatch ??= await watchFolder(this.stored.handle, (change) => void this.#read(change));
    // In the meantime.
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
      // An import that was undone takes in nothing more; the next change begins another one.
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

  /** Once what is only half written has come to rest. */
  #readLater(ms: number): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.#read(null), ms + 1_000);
  }
}
