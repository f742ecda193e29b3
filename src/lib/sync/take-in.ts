import { TokentabError } from '../model/errors';
import type { CarriedFile } from './carrier';
import { readManifest, type Manifest } from './manifest';
import { manifestOf, parseName } from './names';
import type { Tools } from './tools';

export type Listing = ReadonlyMap<string, CarriedFile>;

/** What was seen in the folder in this session, so that nothing is read twice without need. */
export class Reader {
  /** Files that cannot be used as they are, by the version in which they were read. */
  readonly damaged = new Map<string, string>();
  /** Files of a newer Tokentab. */
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
    const manifest = content && readManifest(device, content);
    this.#manifests.set(name, { version: file.version, manifest });
    return manifest;
  }

  /** Takes in whatever is new, file by file, each in a transaction of its own. @returns how many files that were */
  async takeIn(listing: Listing, manifests: ReadonlyMap<string, Manifest | undefined>): Promise<number> {
    const taken = new Set((await this.tools.database.getTakenBlobs()).map(({ name }) => name));
    let count = 0;
    for (const { name, version } of listing.values()) {
      const { device, kind } = parseName(name) ?? {};
      if (device === undefined || kind === 'manifest' || taken.has(name)) continue;
      const manifest = manifests.get(device);
      // Decisions are whole each time: only the last ones are of interest.
      if (kind === 'decisions' && manifest && !manifest.files.some((file) => file.name === name)) continue;
      const content = await this.#open(name, version);
      if (content && (await this.#merge(name, version, content))) count += 1;
    }
    return count;
  }

  async #merge(name: string, version: string, content: Uint8Array<ArrayBuffer>): Promise<boolean> {
    try {
      await this.tools.database.takeInBlob(name, await this.tools.rebuild(content));
      return true;
    } catch (error) {
      this.#note(name, version, error);
      return false;
    }
  }

  /** Undefined if it cannot be used, or not yet. */
  async #open(name: string, version: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (this.damaged.get(name) === version) return undefined;
    const bytes = await this.tools.carrier.read(name);
    if (bytes === null) return undefined;
    try {
      const { header, content } = await this.tools.open(bytes);
      this.newer.delete(name);
      if (header.name !== name) throw new TokentabError('BadInput', 'This file has the name of another.');
      // A manifest tells which version its device has, so it is read in any case.
      if (header.schema > this.tools.schema && parseName(name)?.kind !== 'manifest')
        throw new TokentabError('NewerData', 'A newer Tokentab wrote this file.');
      this.damaged.delete(name);
      return content;
    } catch (error) {
      this.#note(name, version, error);
      return undefined;
    }
  }

  /** A file that is damaged may still be whole one day; any other error is not the file's. */
  #note(name: string, version: string, error: unknown): void {
    const code = error instanceof TokentabError ? error.code : undefined;
    if (code === 'NewerData') this.newer.add(name);
    else if (code === 'BadInput' || code === 'Corrupt') this.damaged.set(name, version);
    else throw error;
  }
}
