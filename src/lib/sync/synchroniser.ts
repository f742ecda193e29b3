import { newDevice, type DeviceMemory } from './memory';
import { parseName } from './names';
import { Writer } from './publish';
import { Reader, type Listing } from './take-in';
import type { Manifest } from './manifest';
import type { Tools } from './tools';

export interface OtherDevice {
  id: string;
  /** Undefined while its manifest can't be read. */
  name: string | undefined;
  /** UTC milliseconds by its own clock. */
  heardAt: number | undefined;
  /**
   * `behind`: some of its files haven't arrived yet, or are damaged. `newer`: a newer build wrote them, so this one
   * must be updated first.
   */
  state: 'in-step' | 'behind' | 'newer' | 'left';
}

export interface SyncReport {
  devices: OtherDevice[];
  /** The number of files that were merged, and written. */
  took: number;
  wrote: number;
}

/**
 * Keeps one device in sync with the others: merges new files from the folder and writes what is missing there. It can
 * be interrupted at any time, and is idempotent (docs/decisions/0025-devices.md).
 */
export class Synchroniser {
  readonly #reader: Reader;
  readonly #writer: Writer;
  #isCompared = false;

  constructor(
    private readonly tools: Tools,
    memory: DeviceMemory,
  ) {
    this.#reader = new Reader(tools);
    this.#writer = new Writer(tools, memory);
  }

  get memory(): DeviceMemory {
    return this.#writer.memory;
  }

  /** Set before a run, because another tab may have changed it. */
  set memory(memory: DeviceMemory) {
    this.#writer.memory = memory;
  }

  /**
   * Must not run concurrently.
   * @param hasChanged whether the database may have changes that were not written yet
   * @throws the carrier's errors, and those of the database
   */
  async run(hasChanged: boolean): Promise<SyncReport> {
    const listing = await this.#list();
    const manifests = await this.#reader.manifests(listing);
    await this.#leaveNameToCopy(manifests);
    const took = await this.#reader.takeIn(listing, manifests);
    if (this.tools.isPaused?.()) return { devices: await this.#devices(listing, manifests), took, wrote: 0 };
    const isMissing = await this.#writer.checkOwn(listing);
    let wrote = 0;
    // Our own manifest contains the time of our last sync.
    const heardAt = manifests.get(this.memory.device)?.at ?? 0;
    const isDue = !this.#isCompared || this.tools.now() - heardAt > hour;
    if (hasChanged || took > 0 || isMissing || isDue) wrote = await this.#writer.publish(listing, manifests);
    this.#isCompared = true;
    return { devices: await this.#devices(listing, manifests), took, wrote };
  }

  /** Tells the others that this device no longer takes part. Its files stay. */
  async leave(): Promise<void> {
    await this.#writer.writeManifest(true);
  }

  async #list(): Promise<Listing> {
    const files = await this.tools.carrier.list();
    const known = files.filter(({ name }) => parseName(name) !== undefined);
    return new Map(known.sort((a, b) => (a.name < b.name ? -1 : 1)).map((file) => [file.name, file]));
  }

  /** If a copy of this browser's profile writes under our name, leaves the name to it and continues under a new one. */
  async #leaveNameToCopy(manifests: ReadonlyMap<string, Manifest | undefined>): Promise<void> {
    const { device, deviceName, nonces } = this.memory;
    const nonce = manifests.get(device)?.nonce;
    if (nonce === undefined || nonces.includes(nonce)) return;
    const memory = newDevice(deviceName);
    await this.tools.save(memory);
    this.#writer.memory = memory;
  }

  async #devices(
    listing: Listing,
    manifests: ReadonlyMap<string, Manifest | undefined>,
  ): Promise<OtherDevice[]> {
    const taken = new Set((await this.tools.database.getTakenBlobs()).map(({ name }) => name));
    const stateOf = (id: string, manifest: Manifest | undefined): OtherDevice['state'] => {
      const isNewer = [...this.#reader.newer].some(
        (name) => parseName(name)?.device === id && listing.has(name),
      );
      if (isNewer) return 'newer';
      if (!manifest?.files.every(({ name }) => taken.has(name))) return 'behind';
      return manifest.hasLeft ? 'left' : 'in-step';
    };
    return [...manifests]
      .filter(([id]) => id !== this.memory.device)
      .map(([id, manifest]) => ({
        id,
        name: manifest?.deviceName,
        heardAt: manifest?.at,
        state: stateOf(id, manifest),
      }));
  }
}

const hour = 60 * 60 * 1000;
