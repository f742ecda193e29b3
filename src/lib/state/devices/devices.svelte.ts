import { chosenDatabase } from '../../client/current';
import { browserPreferences } from '../../client/preferences';
import { SafetyWorker } from '../../client/safety-worker';
import { folderPermission, requestFolder } from '../../ingest/files/folder-access';
import { TokentabError } from '../../model/errors';
import { whenNothingImports } from '../../model/import-lock';
import { vaultsIn } from '../../sync/folder-carrier';
import { newDevice } from '../../sync/memory';
import { forgetSharing, readSharing, saveMemory, saveSharing, type StoredSharing } from '../../sync/stored';
import { Synchroniser, type SyncReport } from '../../sync/synchroniser';
import { asTokentabError } from '../shell/errors';
import { dataSafety } from '../safety/data-safety.svelte';
import { devicesOn } from './devices-on';
import { syncTools } from './sync-tools';

interface PickerWindow {
  showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}

/** Only one tab writes at a time. */
const lockName = 'tokentab-devices';

/** The user's devices, which exchange their data through a folder that another program replicates. */
class Devices {
  /** The folder and the key; undefined until the user has set both up. */
  sharing = $state.raw<StoredSharing>();
  deviceName = $state('');
  permission = $state<PermissionState>();
  report = $state.raw<SyncReport & { at: number }>();
  isWorking = $state(false);
  /** `gone`: the folder was deleted or moved, or its drive was removed. */
  problem = $state.raw<'gone' | 'full' | TokentabError>();
  /** A chosen folder that has no key yet, and the vaults in it. */
  chosen = $state.raw<{ handle: FileSystemDirectoryHandle; vaults: string[] }>();
  isLoaded = $state(false);
  #running: { sync: Synchroniser; worker: SafetyWorker; id: string } | undefined;

  get isSupported(): boolean {
    return 'showDirectoryPicker' in window && chosenDatabase() === 'main';
  }

  async load(): Promise<void> {
    if (!this.isSupported) return;
    const stored = await readSharing();
    this.sharing = stored?.sharing;
    this.deviceName = stored?.memory.deviceName ?? '';
    this.permission = stored && (await folderPermission(stored.sharing.handle, 'readwrite'));
    this.isLoaded = true;
  }

  /** @throws the browser's errors, except when the user cancels */
  async choose(): Promise<void> {
    try {
      const handle = await (window as PickerWindow).showDirectoryPicker?.({
        id: 'devices',
        mode: 'readwrite',
      });
      if (handle) this.chosen = { handle, vaults: await vaultsIn(handle) };
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    }
  }

  /**
   * @param typed the key of another device; null creates a new one
   * @throws `BadInput` if it isn't a key, or not that of the devices in this folder
   */
  async setUp(deviceName: string, typed: string | null): Promise<void> {
    if (!this.chosen) return;
    const { handle } = this.chosen;
    const worker = new SafetyWorker();
    try {
      const key = await worker.ask({ kind: 'key', typed });
      const vaults = await vaultsIn(handle);
      if (typed !== null && !vaults.includes(key.vault))
        throw new TokentabError('BadInput', 'no-device-with-key');
      if (typed !== null) await dataSafety.backUp('merge');
      await saveMemory(newDevice(deviceName));
      await saveSharing({ handle, key });
    } finally {
      worker.end();
    }
    this.chosen = undefined;
    browserPreferences.set(devicesOn, 'on');
    await this.load();
    await this.run(true);
  }

  /** Call from a click: the browser asks the user. */
  async allow(): Promise<void> {
    if (!this.sharing) return;
    this.permission = await requestFolder(this.sharing.handle, 'readwrite');
    await this.run(true);
  }

  /** This device's files stay in the folder. */
  async leave(): Promise<void> {
    try {
      if (this.permission === 'granted') await this.#work((sync) => sync.leave());
    } finally {
      this.#end();
      await forgetSharing();
      browserPreferences.set(devicesOn, null);
      this.sharing = this.report = this.permission = this.problem = undefined;
    }
  }

  /** Merges what other devices have written, and writes what they lack. Never throws: errors become `problem`. */
  async run(hasChanged: boolean): Promise<void> {
    if (!this.sharing || this.isWorking) return;
    this.isWorking = true;
    try {
      this.permission = await folderPermission(this.sharing.handle, 'readwrite');
      if (this.permission !== 'granted') return;
      await whenNothingImports();
      await this.#work(async (sync) => {
        this.report = { ...(await sync.run(hasChanged)), at: Date.now() };
      });
      this.problem = undefined;
    } catch (error) {
      this.#end();
      this.#explain(error);
    } finally {
      this.isWorking = false;
    }
  }

  async #work(work: (sync: Synchroniser) => Promise<void>): Promise<void> {
    await navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
      const stored = await readSharing();
      // Another tab is syncing, or the device has left.
      if (!lock || !stored) return;
      const { sharing, memory } = stored;
      const id = `${sharing.key.vault} ${memory.device}`;
      if (this.#running?.id !== id) {
        this.#end();
        const worker = new SafetyWorker();
        this.#running = { id, worker, sync: new Synchroniser(await syncTools(sharing, worker), memory) };
      }
      const { sync } = this.#running;
      sync.memory = memory;
      await work(sync);
    });
  }

  #end(): void {
    this.#running?.worker.end();
    this.#running = undefined;
  }

  #explain(error: unknown): void {
    if (error instanceof DOMException) {
      if (error.name === 'NotAllowedError') this.permission = 'prompt';
      else if (error.name === 'QuotaExceededError') this.problem = 'full';
      else if (error.name === 'NotFoundError') this.problem = 'gone';
      else this.problem = asTokentabError(error);
      return;
    }
    const known = asTokentabError(error);
    // The tab was closed or is no longer the leader, so another tab continues.
    if (!['Cancelled', 'LeaderLost', 'StorageGone'].includes(known.code)) this.problem = known;
  }
}

export const devices = new Devices();
