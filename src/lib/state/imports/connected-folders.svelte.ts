import { untrack } from 'svelte';
import { chosenDatabase } from '../../client/current';
import { t } from '../../texts/texts';
import { ConnectedFolder } from './connected-folder.svelte';
import { call, connection } from '../database/connection.svelte';
import { tableMappings } from '../mapping/table-mappings.svelte';
import { unknownTables } from '../mapping/unknown-tables.svelte';
import { newId } from '../database/ids';
import { reportFailure } from '../shell/report';

interface PickerWindow {
  showDirectoryPicker?: (options: { id: string; mode: 'read' }) => Promise<FileSystemDirectoryHandle>;
}

/**
 * The folders that are read automatically. Only the tab that leads the database reads them: there is exactly one, and
 * the next leader continues.
 */
class ConnectedFolders {
  list = $state.raw<readonly ConnectedFolder[]>([]);
  /** Notifies the other tabs when the list has changed. */
  #channel: BroadcastChannel | undefined;

  /**
   * Other browsers need the folder to be dropped or chosen each time. The sample and memory databases read no
   * folders.
   */
  get isSupported(): boolean {
    return 'showDirectoryPicker' in window && chosenDatabase() === 'main';
  }

  get isLeader(): boolean {
    const { status } = connection;
    return status.state === 'ready' && status.role === 'leader' && status.readOnly === undefined;
  }

  get paused(): readonly ConnectedFolder[] {
    return this.list.filter(({ status }) => status === 'paused');
  }

  /** Called once, while the root layout is set up. */
  start(): void {
    this.#followMappings();
    $effect(() => {
      if (connection.epoch === '' || !this.isSupported) return;
      const { isLeader } = this;
      const channel = new BroadcastChannel('tokentab-folders');
      channel.onmessage = () => void this.#load(isLeader);
      this.#channel = channel;
      untrack(() => void this.#load(isLeader));
      return () => {
        channel.close();
        untrack(() => this.list.forEach((folder) => folder.stop()));
      };
    });
  }

  /** A table that was mapped in the meantime, in any tab, may be in one of the folders: read them again. */
  #followMappings(): void {
    let known: number | undefined;
    $effect(() => {
      const { changedAt } = tableMappings;
      const isNew = known !== undefined && changedAt !== undefined && changedAt !== known;
      known = changedAt ?? known;
      if (!isNew || !this.isLeader) return;
      untrack(() => this.list.forEach((folder) => void folder.readAgain()));
    });
  }

  async connect(): Promise<void> {
    const handle = await this.#pick();
    if (handle === null) return;
    try {
      for (const { stored } of this.list) if (await stored.handle.isSameEntry(handle)) return;
      const { storeFolder } = await import('./folder-store');
      const stored = { id: newId(), name: handle.name, handle, connectedAt: Date.now() };
      await storeFolder(stored);
      this.#channel?.postMessage('changed');
      const folder = new ConnectedFolder(stored);
      this.list = [...this.list, folder];
      if (this.isLeader) await folder.resume();
    } catch (error) {
      reportFailure(t.connected.connectFailed, error);
    }
  }

  /** Imported usage stays. A folder that is connected again is read from the beginning. */
  async forget(folder: ConnectedFolder): Promise<void> {
    try {
      const { removeFolder } = await import('./folder-store');
      folder.forget();
      await removeFolder(folder.stored.id);
      this.#channel?.postMessage('changed');
      this.list = this.list.filter((each) => each !== folder);
      unknownTables.ofFolders.forgetFolder(folder.stored.id);
      await call('forgetFileCursors', `folder:${folder.stored.id}`);
    } catch (error) {
      reportFailure(t.connected.forgetFailed, error);
    }
  }

  async resume(folders: readonly ConnectedFolder[]): Promise<void> {
    try {
      for (const folder of folders) await folder.resume();
    } catch (error) {
      reportFailure(t.connected.connectFailed, error);
    }
  }

  /** Loads the stored list. The leader also reads the folders that are new in it. */
  async #load(isLeader: boolean): Promise<void> {
    try {
      const { storedFolders } = await import('./folder-store');
      const stored = await storedFolders();
      const known = new Map(this.list.map((folder) => [folder.stored.id, folder]));
      const list = stored.map((each) => known.get(each.id) ?? new ConnectedFolder(each));
      for (const folder of this.list) if (!list.includes(folder)) folder.forget();
      this.list = list;
      if (isLeader) for (const folder of list) await folder.start();
    } catch (error) {
      reportFailure(t.connected.startFailed, error);
    }
  }

  async #pick(): Promise<FileSystemDirectoryHandle | null> {
    try {
      return (
        (await (window as PickerWindow).showDirectoryPicker?.({ id: 'connected', mode: 'read' })) ?? null
      );
    } catch (error) {
      // A folder that the browser refuses (the home folder, say) can't be told apart from a cancelled dialog.
      if (!(error instanceof DOMException && error.name === 'AbortError')) {
        reportFailure(t.connected.connectFailed, error);
      }
      return null;
    }
  }
}

export const connectedFolders = new ConnectedFolders();
