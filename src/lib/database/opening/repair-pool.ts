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
import { headBytes, judgeSlot, markFor, repairsOf, type Slot } from '../../protocol/pool-slots';
import { openSync } from './sync-access';
import { writeFile } from './write-file';

/** The number of set-aside files that are kept. */
const mostSetAside = 6;

export interface Findings {
  /** The last write before this opening was interrupted, so the file should be checked. */
  wasCutShort: boolean;
  /** The database that replaces the one that didn't open. */
  ready: File | undefined;
}

/**
 * Inspects the pool's files before SQLite does. A file that the library would silently empty gets its header back or
 * is set aside. Call while the lock is held and before the pool is opened. What it finds and repairs becomes an
 * incident.
 * @throws `DataMissing` if the marker knows of a database and the pool has none; nothing is changed then. Any other
 * error is the browser's: a handle that is still held, or no space for a copy
 */
export async function repairPool(database: DatabaseName): Promise<Findings> {
  const directory = await findFiles(database);
  const ready = await followPlan(database, directory);
  const slots = directory ? await readSlots(directory) : [];
  const { rename, setAside, hasDatabase } = repairsOf(slots);
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

/** If IndexedDB can't be read, this looks like a first visit. */
const unreadable = () => undefined;

/** The user chose to start over or to restore a backup: moves the broken database aside, where it is kept. */
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
  // The plan is done once the file is in the pool; after a crash it starts again.
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

/** Call when the prepared database is in its place. */
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
  // Only the header is written, so a disk without space for a copy is no reason not to open the database.
  if (slot.holds === 'database') await copyAside(file).catch(ignoreFullDisk);
  const handle = await openSync(file);
  try {
    handle.write(markFor(path), { at: 0 });
    handle.flush();
  } finally {
    handle.close();
  }
  await note('header', slot);
}

function ignoreFullDisk(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) throw error;
}

/** Moves a file out of the pool, where the library would empty it. */
async function moveAside(directory: FileSystemDirectoryHandle, slot: Slot): Promise<void> {
  await copyAside(await directory.getFileHandle(slot.name));
  await directory.removeEntry(slot.name);
  await note('set-aside', slot);
}

/** Without the pool's own header, so that the copy is what SQLite wrote. */
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
  // The repair is what matters. If IndexedDB refuses, only its report is lost.
  await saveIncident({ kind, at: Date.now(), bytes: slot.size - poolHeaderBytes }).catch(unreadable);
}

function dataMissing(marker: StoredMarker): TokentabError {
  return new TokentabError(
    'DataMissing',
    'database-file-gone',
    `${marker.events} events, ${marker.projects} projects, saved ${new Date(marker.savedAt).toISOString()}`,
  );
}
