import { TokentabError } from '../model/errors';
import type { CarriedFile } from './carrier';
import { readManifest, type Manifest } from './manifest';
import { manifestOf, parseName } from './names';
import type { Tools } from './tools';

export type Listing = ReadonlyMap<string, CarriedFile>;

/** Reads the folder, and remembers for this session what it has seen, to avoid reading files twice. */
export class Reader {
  /** Unusable files, with the version that was read. */
  readonly damaged = new Map<string, string>();
  /** Files written by a newer build. */
  readonly newer = new Set<string>();
  readonly #manifests = new Map<string, { version: string; manifest: Manifest | undefined }>();

  constructor(readonly tools: Tools) {}

  /** By device; undefined for one whose manifest is missing or damaged. */
  async manifests(listing: Listing): Promise<Map<string, Manifest | undefined>> {
    const found = new Map<string, Manifest | undefined>();
    for (const name of listing.keys()) {
      const device = parseName(name)?.device;
      if (device === undefined || found.has(device)) continue;
      found.set(device, await this.#manifest(device, listing));
    }
    return found;
  }

  async #manifest(device: string, listing: Listing): Promise<Manifest | undefined> {
    const name = manifestOf(device);
    const file = listing.get(name);
    if (!file) return undefined;
    const known = this.#manifests.get(name);
    if (known?.version === file.version) return known.manifest;
    const content = await this.#open(name, file.version);
    // Gone meanwhile, or not there yet: read it again next time.
    if (content === undefined && this.damaged.get(name) !== file.version) return undefined;
    const manifest = content && readManifest(device, content);
    this.#manifests.set(name, { version: file.version, manifest });
    return manifest;
  }

  /** Merges new files, one after the other. @returns their number */
  async takeIn(listing: Listing, manifests: ReadonlyMap<string, Manifest | undefined>): Promise<number> {
    const taken = new Set((await this.tools.database.getTakenBlobs()).map(({ name }) => name));
    const wanted = [...listing.values()].filter(({ name, version }) => {
      const { device, kind } = parseName(name) ?? {};
      if (device === undefined || kind === 'manifest' || taken.has(name)) return false;
      if (this.damaged.get(name) === version) return false;
      const manifest = manifests.get(device);
      // Each file of decisions is complete, so only the latest one matters.
      return kind !== 'decisions' || !manifest || manifest.files.some((file) => file.name === name);
    });
    let count = 0;
    for (const [done, { name, version }] of wanted.entries()) {
      if (this.tools.isPaused?.()) break;
      this.tools.onProgress?.(done, wanted.length);
      const content = await this.#open(name, version);
      if (content && (await this.#merge(name, version, content))) count += 1;
    }
    return count;
  }

  /** In steps, between which the database answers other calls. The last one notices if the others were in vain. */
  async #merge(name: string, version: string, content: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const { database, recordsAtOnce } = this.tools;
    try {
      const bytes = await this.tools.rebuild(content);
      if (parseName(name)?.kind === 'records') {
        let after: number | null = -1;
        while (after !== null) after = await database.takeInRecords(bytes, after, recordsAtOnce);
      }
      await database.takeInBlob(name, bytes);
      return true;
    } catch (error) {
      this.#note(name, version, error);
      return false;
    }
  }

  /** Undefined if it can't be used, or not yet. */
  async #open(name: string, version: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (this.damaged.get(name) === version) return undefined;
    const bytes = await this.tools.carrier.read(name);
    if (bytes === null) return undefined;
    try {
      const { header, content } = await this.tools.open(bytes);
      this.newer.delete(name);
      if (header.name !== name) throw new TokentabError('BadInput', 'file-misnamed');
      // Manifests are always read, because they show which version a device has.
      if (header.schema > this.tools.schema && parseName(name)?.kind !== 'manifest')
        throw new TokentabError('NewerData', 'file-of-newer-version');
      this.damaged.delete(name);
      return content;
    } catch (error) {
      this.#note(name, version, error);
      return undefined;
    }
  }

  /** A damaged file may only be incomplete, so its version is noted; any other error isn't the file's fault. */
  #note(name: string, version: string, error: unknown): void {
    const code = error instanceof TokentabError ? error.code : undefined;
    if (code === 'NewerData') this.newer.add(name);
    else if (code === 'BadInput' || code === 'Corrupt') this.damaged.set(name, version);
    else throw error;
  }
}
