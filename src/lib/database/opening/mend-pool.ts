import { TokentabError } from '../../model/errors';
import { backupsDirectory, readyFile } from '../../protocol/backups';
import type { DatabaseName } from '../../protocol/commands';
import {
  databaseFile,
  filesDirectory,
  journalFile,
  poolDirectory,
  poolHeaderBytes,
  setAsideDirectory,
} from '../../protocol/pool-place';
import {
  readMarker,
  readPlan,
  removeMarker,
  removePlan,
  saveIncident,
  type StoredMarker,
} from '../../protocol/safety-store';
import { headBytes, judgeSlot, markFor, mendingOf, type Slot } from './pool-slots';
import { openSync } from './sync-access';
import { writeFile } from './write-file';

/** Of what was set aside, this many files are kept. */
const mostSetAside = 6;

export interface Findings {
  /** The last write before this opening didn't end, so the file is worth a check. */
  wasCutShort: boolean;
  /** The database that is to take the place of what did not open. */
  ready: File | undefined;
}

/**
 * Looks at the pool's files before SQLite does: what the library would empty without a word gets its mark back, or is
 * set aside. To be called while the lock is held and before the pool is opened; what it finds and mends becomes an incident.
 * @throws `DataMissing` where the marker knows of a database and the pool has none; nothing is changed then. Any other error
 * is the browser's own: a handle that is still held, or no space for a copy
 */
export async function mendPool(database: DatabaseName): Promise<Findings> {
  const directory = await findFiles(database);
  const ready = await followPlan(database, directory);
  const slots = directory ? await readSlots(directory) : [];
  const { rename, setAside, hasDatabase } = mendingOf(slots);
  if (directory) {
    for (const { slot, path } of rename) await giveMark(directory, slot, path);
    for (const slot of setAside) await moveAside(directory, slot);
  }
  if (!hasDatabase && !ready) {
    const marker = await readMarker(database).catch(unreadable);
    if (marker && marker.events + marker.projects > 0) throw dataMissing(marker);
  }
  return { wasCutShort: slots.some((slot) => slot.holds === 'journal'), ready };
}

/** Where IndexedDB cannot be read, nothing more is known than on a first visit. */
const unreadable = () => undefined;

/** The user chose to begin anew, or with a backup: what doesn't open moves out of the way and is kept. */
async function followPlan(
  database: DatabaseName,
  directory: FileSystemDirectoryHandle | undefined,
): Promise<File | undefined> {
  const plan = await readPlan(database).catch(unreadable);
  if (!plan) return undefined;
  if (directory) {
    for (const slot of await readSlots(directory)) {
      const isOurs = slot.path === databaseFile || slot.path === journalFile || slot.mark === 'misfit';
      if (isOurs && slot.holds !== 'nothing') await moveAside(directory, slot);
    }
  }
  await removeMarker(database);
  // Done once it is in the pool: until then a crash begins it again.
  if (plan.kind === 'restore') return (await findReady())?.getFile();
  await removePlan(database);
  return undefined;
}

async function findReady(): Promise<FileSystemFileHandle | undefined> {
  const root = await navigator.storage.getDirectory();
  try {
    return await (await root.getDirectoryHandle(backupsDirectory)).getFileHandle(readyFile);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}

/** The database that was laid ready is in its place. */
export async function planIsDone(database: DatabaseName): Promise<void> {
  await removePlan(database);
  const root = await navigator.storage.getDirectory();
  await (await root.getDirectoryHandle(backupsDirectory)).removeEntry(readyFile);
}

async function findFiles(database: DatabaseName): Promise<FileSystemDirectoryHandle | undefined> {
  const root = await navigator.storage.getDirectory();
  try {
    return await (await root.getDirectoryHandle(poolDirectory(database))).getDirectoryHandle(filesDirectory);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}

async function readSlots(directory: FileSystemDirectoryHandle): Promise<Slot[]> {
  const slots: Slot[] = [];
  for await (const handle of directory.values()) {
    if (handle.kind !== 'file') continue;
    const file = await handle.getFile();
    const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
    slots.push(judgeSlot(handle.name, file.size, head));
  }
  return slots;
}

async function giveMark(
  directory: FileSystemDirectoryHandle,
  slot: Slot,
  path: typeof databaseFile | typeof journalFile,
): Promise<void> {
  const file = await directory.getFileHandle(slot.name);
  // The mark alone is written, so a disk without space for a copy is no reason to leave the database shut.
  if (slot.holds === 'database') await copyAside(file).catch(fullIsFine);
  const handle = await openSync(file);
  try {
    handle.write(markFor(path), { at: 0 });
    handle.flush();
  } finally {
    handle.close();
  }
  await note('header', slot);
}

function fullIsFine(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) throw error;
}

/** Takes it out of the pool: there the library would empty it. */
async function moveAside(directory: FileSystemDirectoryHandle, slot: Slot): Promise<void> {
  await copyAside(await directory.getFileHandle(slot.name));
  await directory.removeEntry(slot.name);
  await note('set-aside', slot);
}

/** Without the pool's own header, so that it is what SQLite wrote. */
async function copyAside(handle: FileSystemFileHandle): Promise<void> {
  const file = await handle.getFile();
  const root = await navigator.storage.getDirectory();
  const aside = await root.getDirectoryHandle(setAsideDirectory, { create: true });
  const names: string[] = [];
  for await (const name of aside.keys()) names.push(name);
  for (const oldest of names.sort().slice(0, Math.max(0, names.length - mostSetAside + 1)))
    await aside.removeEntry(oldest);
  const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${handle.name}.sqlite3`;
  const copy = await aside.getFileHandle(name, { create: true });
  await writeFile(copy, file.slice(poolHeaderBytes).stream());
}

async function note(kind: 'header' | 'set-aside', slot: Slot): Promise<void> {
  // The mending counts; where IndexedDB refuses, only its mention is lost.
  await saveIncident({ kind, at: Date.now(), bytes: slot.size - poolHeaderBytes }).catch(unreadable);
}

function dataMissing(marker: StoredMarker): TokentabError {
  return new TokentabError(
    'DataMissing',
    'The database file is no longer where Tokentab stored it. Nothing was changed.',
    `${marker.events} events, ${marker.projects} projects, saved ${new Date(marker.savedAt).toISOString()}`,
  );
}
