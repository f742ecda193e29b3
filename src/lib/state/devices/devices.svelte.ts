import { chosenDatabase } from '../../client/current';
import { browserPreferences } from '../../client/preferences';
import { SafetyWorker } from '../../client/safety-worker';
import { folderPermission, requestFolder } from '../../ingest/files/folder-access';
import type { DeviceKey } from '../../model/devices';
import { TokentabError } from '../../model/errors';
import { whenNothingImports } from '../../model/import-lock';
import { CarrierProblem } from '../../sync/carrier';
import { vaultsIn } from '../../sync/folder-carrier';
import { newDevice, type DeviceMemory } from '../../sync/memory';
import { forgetSharing, readSharing, saveMemory, saveSharing, type StoredSharing } from '../../sync/stored';
import { hasSyncServer } from '../../sync/sync-server';
import { Synchroniser, type SyncReport } from '../../sync/synchroniser';
import { asTokentabError } from '../shell/errors';
import { dataSafety } from '../safety/data-safety.svelte';
import { devicesOn } from './devices-on';
import { serverUrl } from './server-url';
import { connectServer, syncTools } from './sync-tools';

interface PickerWindow {
  showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}

/** Only one tab writes at a time. */
const lockName = 'tokentab-devices';

/** In milliseconds: how long leaving waits for a comparison to end. */
const leavingMs = 20_000;

/** Where devices can meet, and what is known about those that are there already. */
export interface ChosenPlace {
  /** Null for the server behind this site. */
  handle: FileSystemDirectoryHandle | null;
  /** Undefined if it is unknown without the key. */
  hasOthers: boolean | undefined;
  /** From a pairing link. */
  key?: string;
}

/** The user's devices, which exchange their data through a folder that another program replicates, or a server. */
class Devices {
  /** The place and the key; undefined until the user has set both up. */
  sharing = $state.raw<StoredSharing>();
  deviceName = $state('');
  permission = $state<PermissionState>();
  report = $state.raw<SyncReport & { at: number }>();
  isWorking = $state(false);
  /**
   * `gone`: the folder was deleted or moved, its drive was removed, or the server doesn't answer. `refused`: the server
   * doesn't know this key.
   */
  problem = $state.raw<'gone' | 'full' | 'refused' | TokentabError>();
  /** A chosen place that has no key yet. */
  chosen = $state.raw<ChosenPlace>();
  isLoaded = $state(false);
  /** Also after a reload, until the user continues. */
  isPaused = $state(false);
  /** While files are being merged: how many are done, and how many there are. */
  progress = $state.raw<{ done: number; total: number }>();
  #running: { sync: Synchroniser; end: () => void; id: string } | undefined;

  /** The demo has no devices. */
  get isSupported(): boolean {
    return chosenDatabase() === 'main';
  }

  get canChooseFolder(): boolean {
    return 'showDirectoryPicker' in window;
  }

  async load(): Promise<void> {
    if (!this.isSupported) return;
    const stored = await readSharing();
    this.sharing = stored?.sharing;
    this.deviceName = stored?.memory.deviceName ?? '';
    this.permission = stored && (await permissionOf(stored.sharing));
    this.isPaused = browserPreferences.get(devicesOn) === 'paused';
    this.isLoaded = true;
  }

  /** @throws the browser's errors, except when the user cancels */
  async choose(): Promise<void> {
    try {
      const handle = await (window as PickerWindow).showDirectoryPicker?.({
        id: 'devices',
        mode: 'readwrite',
      });
      if (handle) this.chosen = { handle, hasOthers: (await vaultsIn(handle)).length > 0 };
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    }
  }

  /** @param key from a pairing link @returns whether this site has a server */
  async chooseServer(key?: string): Promise<boolean> {
    if (!(await hasSyncServer(serverUrl()))) return false;
    this.chosen = {
      handle: null,
      hasOthers: key === undefined ? undefined : true,
      ...(key !== undefined && { key }),
    };
    return true;
  }

  /**
   * @param typed the key of another device; null creates a new one
   * @throws `BadInput` if it isn't a key, or not that of the devices there
   */
  async setUp(deviceName: string, typed: string | null): Promise<void> {
    if (!this.chosen) return;
    const { handle } = this.chosen;
    const worker = new SafetyWorker();
    try {
      const key = await worker.ask({ kind: 'key', typed });
      if (typed !== null && !(await hasDevices(handle, key)))
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

  /** 'U…', for the server's configuration. Empty before the set-up. */
  async accessName(): Promise<string> {
    const { natsUser } = await import('../../sync/nats-user');
    return this.sharing ? (await natsUser(this.sharing.key.identity)).name : '';
  }

  /** Call from a click: the browser asks the user. */
  async allow(): Promise<void> {
    if (!this.sharing?.handle) return;
    this.permission = await requestFolder(this.sharing.handle, 'readwrite');
    await this.run(true);
  }

  /**
   * This device's files stay in the folder. Also works without the folder or the server.
   * @returns whether the other devices can learn of it
   */
  async leave(): Promise<boolean> {
    let isTold = false;
    // Ends a comparison soon, which must not write after this.
    this.isPaused = true;
    try {
      const signal = AbortSignal.timeout(leavingMs);
      const sayIt = async (sync: Synchroniser): Promise<void> => {
        await sync.leave();
        isTold = true;
      };
      if (this.permission === 'granted') await this.#work(sayIt, { signal });
      return isTold;
    } catch (error) {
      if (error instanceof CarrierProblem || error instanceof DOMException) return false;
      throw error;
    } finally {
      this.#end();
      await forgetSharing();
      browserPreferences.set(devicesOn, null);
      this.isPaused = false;
      this.sharing = this.report = this.permission = this.problem = undefined;
    }
  }

  /** What was merged stays; the file that is being merged is finished first. */
  pause(): void {
    this.isPaused = true;
    browserPreferences.set(devicesOn, 'paused');
  }

  async resume(): Promise<void> {
    this.isPaused = false;
    browserPreferences.set(devicesOn, 'on');
    await this.run(true);
  }

  /** Merges what other devices have written, and writes what they lack. Never throws: errors become `problem`. */
  async run(hasChanged: boolean): Promise<void> {
    if (!this.sharing || this.isWorking || this.isPaused) return;
    this.isWorking = true;
    try {
      this.permission = await permissionOf(this.sharing);
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
      this.progress = undefined;
    }
  }

  /** @param how unless told otherwise, does nothing while another tab works */
  async #work(
    work: (sync: Synchroniser) => Promise<void>,
    how: LockOptions = { ifAvailable: true },
  ): Promise<void> {
    await navigator.locks.request(lockName, how, async (lock) => {
      const stored = await readSharing();
      // Another tab is syncing, or the device has left.
      if (!lock || !stored) return;
      const { sharing, memory } = stored;
      const id = `${sharing.key.vault} ${memory.device}`;
      if (this.#running?.id !== id) {
        this.#end();
        this.#running = { id, ...(await this.#start(sharing, memory)) };
      }
      const { sync } = this.#running;
      sync.memory = memory;
      await work(sync);
    });
  }

  async #start(
    sharing: StoredSharing,
    memory: DeviceMemory,
  ): Promise<{ sync: Synchroniser; end: () => void }> {
    const worker = new SafetyWorker();
    try {
      const tools = await syncTools(sharing, worker, {
        onProgress: (done, total) => (this.progress = { done, total }),
        isPaused: () => this.isPaused,
      });
      const sync = new Synchroniser(tools, memory);
      tools.carrier.watch?.((device) => {
        if (device !== sync.memory.device) void this.run(false);
      });
      const end = (): void => {
        worker.end();
        void tools.carrier.close?.();
      };
      return { sync, end };
    } catch (error) {
      worker.end();
      throw error;
    }
  }

  #end(): void {
    this.#running?.end();
    this.#running = undefined;
  }

  #explain(error: unknown): void {
    if (error instanceof CarrierProblem) {
      this.problem = error.reason;
      return;
    }
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

const permissionOf = async ({ handle }: StoredSharing): Promise<PermissionState> =>
  handle ? folderPermission(handle, 'readwrite') : 'granted';

/** @throws `BadInput` if the server can't be used with this key */
async function hasDevices(handle: FileSystemDirectoryHandle | null, key: DeviceKey): Promise<boolean> {
  if (handle) return (await vaultsIn(handle)).includes(key.vault);
  try {
    const carrier = await connectServer(key);
    try {
      return (await carrier.list()).length > 0;
    } finally {
      await carrier.close?.();
    }
  } catch (error) {
    if (!(error instanceof CarrierProblem)) throw error;
    throw error.reason === 'refused'
      ? new TokentabError('BadInput', 'server-refuses-key', error)
      : new TokentabError('Unexpected', 'server-silent', error);
  }
}

export const devices = new Devices();
