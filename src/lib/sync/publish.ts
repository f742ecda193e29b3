import type { SharedImport } from '../model/devices';
import type { Manifest } from './manifest';
import { writeManifest } from './manifest';
import type { DeviceMemory, OwnFile } from './memory';
import { manifestOf, newName, parseName } from './names';
import type { Listing } from './take-in';
import type { Tools } from './tools';

/** Larger files would be slow to merge, and expensive to send again. */
const mostRecords = 100_000;
/** This many files of similar size are combined into one. */
const filesOfOneSize = 12;
/** In milliseconds: a device that has been away for longer may never return. */
const longAway = 14 * 24 * 60 * 60 * 1000;
/** In milliseconds: how outdated the time in our manifest may get. */
const rewriteManifestAfter = 60 * 60 * 1000;
const keptNonces = 100;

/** Writes what this device has and no file in the folder contains. */
export class Writer {
  readonly #verified = new Map<string, string>();

  constructor(
    readonly tools: Tools,
    public memory: DeviceMemory,
  ) {}

  /**
   * Compares our files with those in the folder, because no store can be trusted to keep them. Missing and changed
   * files count as never written.
   * @returns whether something is missing
   */
  async checkOwn(listing: Listing): Promise<boolean> {
    const lost = new Set<string>();
    for (const file of this.memory.files) if (!(await this.#isWhole(file, listing))) lost.add(file.group);
    if (lost.size === 0) return false;
    await this.#remember({ files: this.memory.files.filter(({ group }) => !lost.has(group)) });
    return true;
  }

  async #isWhole({ name, bytes, sha256 }: OwnFile, listing: Listing): Promise<boolean> {
    const there = listing.get(name);
    if (there?.bytes !== bytes) return false;
    if (this.#verified.get(name) === there.version) return true;
    const read = await this.tools.carrier.read(name);
    if (read === null || (await hash(read)) !== sha256) return false;
    this.#verified.set(name, there.version);
    return true;
  }

  /** @returns the number of written files */
  async publish(listing: Listing, manifests: ReadonlyMap<string, Manifest | undefined>): Promise<number> {
    const before = this.memory.files;
    const imports = await this.tools.database.getSharedImports();
    const elsewhere = await this.#importsElsewhere(listing, manifests);
    const own = new Map(before.flatMap((file) => file.imports));
    const missing = imports.filter(
      ({ id, updatedAt, isUndone }) =>
        !isUndone && (own.has(id) ? own.get(id) !== updatedAt : !elsewhere.has(id)),
    );
    for (const batch of batchesOf(missing)) await this.#writeRecords(batch);
    await this.#combine(imports);
    await this.#writeDecisions();
    await this.#finish(listing, manifests.get(this.memory.device), before);
    return this.memory.files.filter((file) => !before.includes(file)).length;
  }

  /** The imports that another device has already written. */
  async #importsElsewhere(
    listing: Listing,
    manifests: ReadonlyMap<string, Manifest | undefined>,
  ): Promise<Set<string>> {
    const taken = await this.tools.database.getTakenBlobs();
    const isThere = (name: string) => {
      const manifest = manifests.get(parseName(name)?.device ?? '');
      // An active device will notice that its file is missing and write it again.
      return listing.has(name) || (manifest && manifest.at > this.tools.now() - longAway);
    };
    const gone = taken.filter(({ name }) => !isThere(name)).map(({ name }) => name);
    if (gone.length > 0) await this.tools.database.noteBlobs([], gone);
    const others = taken.filter(({ name }) => {
      const { device, kind } = parseName(name) ?? {};
      // A file of decisions names the imports of moved events, but doesn't contain their records.
      return kind === 'records' && device !== this.memory.device && !gone.includes(name);
    });
    return new Set(others.flatMap(({ imports }) => imports));
  }

  async #writeRecords(imports: readonly SharedImport[]): Promise<void> {
    const ids = imports.map(({ id }) => id);
    const records = imports.reduce((sum, each) => sum + each.mostRecords, 0);
    const parts = Math.min(256, Math.max(1, Math.ceil(records / mostRecords)));
    const about = {
      group: crypto.randomUUID(),
      imports: imports.map(({ id, updatedAt }): [string, number] => [id, updatedAt]),
      records: Math.ceil(records / parts),
      content: null,
    };
    const files: OwnFile[] = [];
    for (let part = 0; part < parts; part += 1) {
      const content = await this.tools.database.exportRecords(ids, { part, parts });
      files.push({ ...about, ...(await this.#write('records', content)) });
    }
    await this.#remember({ files: [...this.memory.files, ...files] });
    await this.tools.database.noteBlobs(
      files.map(({ name }) => ({ name, imports: ids })),
      [],
    );
  }

  /**
   * Combines small files, so that a year of small imports is a few files. Each record is rewritten only a few times.
   */
  async #combine(imports: readonly SharedImport[]): Promise<void> {
    const known = new Map(imports.map((each) => [each.id, each]));
    const size = ({ records }: OwnFile) => Math.floor(Math.log10(records + 1));
    const single = this.memory.files.filter(
      (file) =>
        file.content === null &&
        file.records < mostRecords / 10 &&
        file.imports.every(([id]) => known.has(id)),
    );
    for (const each of new Set(single.map(size))) {
      const files = single.filter((file) => size(file) === each);
      if (files.length < filesOfOneSize) continue;
      const ids = new Set(files.flatMap((file) => file.imports.map(([id]) => id)));
      const wanted = imports.filter(({ id, isUndone }) => ids.has(id) && !isUndone);
      if (wanted.length > 0) await this.#writeRecords(wanted);
      await this.#remember({ files: this.memory.files.filter((file) => !files.includes(file)) });
    }
  }

  async #writeDecisions(): Promise<void> {
    const bytes = await this.tools.database.exportDecisions();
    const content = await hash(bytes);
    if (this.memory.files.some((file) => file.content === content)) return;
    const written = await this.#write('decisions', bytes);
    const file = { ...written, group: crypto.randomUUID(), imports: [], records: 0, content };
    const others = this.memory.files.filter((each) => each.content === null);
    await this.#remember({ files: [...others, file] });
    await this.tools.database.noteBlobs([{ name: written.name, imports: [] }], []);
  }

  async #write(
    kind: 'decisions' | 'records',
    content: Uint8Array<ArrayBuffer>,
  ): Promise<Pick<OwnFile, 'name' | 'bytes' | 'sha256'>> {
    const name = newName(this.memory.device, kind);
    const sealed = await this.tools.seal({ format: 1, name, schema: this.tools.schema }, content);
    const about = { name, bytes: sealed.length, sha256: await hash(sealed) };
    await this.tools.carrier.write(name, sealed);
    return about;
  }

  /** Writes the manifest, then deletes files that it no longer lists. The next run completes an interrupted one. */
  async #finish(listing: Listing, last: Manifest | undefined, before: readonly OwnFile[]): Promise<void> {
    const { device, files, nonces, deviceName } = this.memory;
    const isCurrent =
      last?.nonce === nonces.at(-1) &&
      last?.deviceName === deviceName &&
      last.at > this.tools.now() - rewriteManifestAfter &&
      last.files.map(({ name }) => name).join() === files.map(({ name }) => name).join();
    if (!isCurrent) await this.writeManifest(false);
    const kept = new Set(files.map(({ name }) => name));
    const old = new Set([...listing.keys(), ...before.map(({ name }) => name)]);
    for (const name of old) {
      const parsed = parseName(name);
      if (parsed?.device !== device || parsed.kind === 'manifest' || kept.has(name)) continue;
      await this.tools.carrier.remove(name);
    }
  }

  async writeManifest(hasLeft: boolean): Promise<void> {
    const nonce = crypto.randomUUID();
    const name = manifestOf(this.memory.device);
    await this.#remember({ nonces: [...this.memory.nonces, nonce].slice(-keptNonces) });
    const { deviceName, files } = this.memory;
    const content = writeManifest({ deviceName, at: this.tools.now(), nonce, hasLeft }, files);
    const sealed = await this.tools.seal({ format: 1, name, schema: this.tools.schema }, content);
    await this.tools.carrier.write(name, sealed);
  }

  async #remember(changes: Partial<DeviceMemory>): Promise<void> {
    const memory = { ...this.memory, ...changes };
    await this.tools.save(memory);
    this.memory = memory;
  }
}

function batchesOf(imports: readonly SharedImport[]): SharedImport[][] {
  const batches: SharedImport[][] = [];
  let records = Number.POSITIVE_INFINITY;
  for (const each of imports) {
    records += each.mostRecords;
    if (records > mostRecords) {
      batches.push([]);
      records = each.mostRecords;
    }
    batches.at(-1)?.push(each);
  }
  return batches;
}

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
