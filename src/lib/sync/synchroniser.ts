import { newDevice, type DeviceMemory } from './memory';
import { parseName } from './names';
import { Writer } from './publish';
import { Reader, type Listing } from './take-in';
import type { Manifest } from './manifest';
import type { Tools } from './tools';

export interface OtherDevice {
  id: string;
  /** Undefined while its manifest cannot be read. */
  name: string | undefined;
  /** UTC milliseconds by its own clock. */
  heardAt: number | undefined;
  /**
   * `behind`: files of it are still on their way, or damaged. `newer`: a newer Tokentab wrote them, so that this one has to be
   * updated first.
   */
  state: 'in-step' | 'behind' | 'newer' | 'left';
}

export interface SyncReport {
  devices: OtherDevice[];
  /** How many files were taken in, and written. */
  took: number;
  wrote: number;
}

/**
 * Keeps one device in step with the others by what is in the folder: takes in what is new, and writes what is missing. Stopping it
 * at any moment does no harm, and running it again changes nothing (docs/decisions/0025-devices.md).
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

  /** What another tab may have stored since. */
  set memory(memory: DeviceMemory) {
    this.#writer.memory = memory;
  }

  /**
   * Don't run two at a time.
   * @param hasChanged whether the database may hold something that was not written yet
   * @throws the carrier's errors, and those of the database
   */
  async run(hasChanged: boolean): Promise<SyncReport> {
    const listing = await this.#list();
    const manifests = await this.#reader.manifests(listing);
    await this.#leaveToCopy(manifests);
    const took = await this.#reader.takeIn(listing, manifests);
    const isMissing = await this.#writer.checkOwn(listing);
    let wrote = 0;
    // The manifest says when we were last there.
    const heardAt = manifests.get(this.memory.device)?.at ?? 0;
    const isDue = !this.#isCompared || this.tools.now() - heardAt > hour;
    if (hasChanged || took > 0 || isMissing || isDue) wrote = await this.#writer.publish(listing, manifests);
    this.#isCompared = true;
    return { devices: await this.#devices(listing, manifests), took, wrote };
  }

  /** Tells the others that this device is used no longer. What it brought stays. */
  async leave(): Promise<void> {
    await this.#writer.writeManifest(true);
  }

  async #list(): Promise<Listing> {
    const files = await this.tools.carrier.list();
    const known = files.filter(({ name }) => parseName(name) !== undefined);
    return new Map(known.sort((a, b) => (a.name < b.name ? -1 : 1)).map((file) => [file.name, file]));
  }

  /** A copy of this browser's profile writes under our name. It may keep it: we go on under another. */
  async #leaveToCopy(manifests: ReadonlyMap<string, Manifest | undefined>): Promise<void> {
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
