import type { DatabaseName } from './commands';
import {
  databaseFile,
  filesDirectory,
  journalFile,
  poolDirectory,
  poolHeaderBytes,
  setAsideDirectory,
} from './pool-place';
import { headBytes, judgeSlot, repairsOf, type Slot } from './pool-slots';

/** What SQLite wrote, without the pool's headers. */
export interface StoredFiles {
  database: Blob;
  /** Of a write that was interrupted: without it, the database is half-written. */
  journal?: Blob;
}

/**
 * The stored files of a database as they are on disk, or the last one that was set aside. Takes no handle and never
 * writes, so it works while the database is locked, damaged, or has no space. Undefined if nothing is stored.
 */
export async function readStoredFiles(database: DatabaseName): Promise<StoredFiles | undefined> {
  const root = await navigator.storage.getDirectory();
  const stored = await unlessMissing(() => filesOfPool(root, database));
  if (stored) return stored;
  const aside = await unlessMissing(() => lastSetAside(root));
  return aside && { database: aside };
}

async function filesOfPool(
  root: FileSystemDirectoryHandle,
  database: DatabaseName,
): Promise<StoredFiles | undefined> {
  const pool = await root.getDirectoryHandle(poolDirectory(database));
  const files: { slot: Slot; content: Blob }[] = [];
  for await (const handle of (await pool.getDirectoryHandle(filesDirectory)).values()) {
    if (handle.kind !== 'file') continue;
    const file = await handle.getFile();
    const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
    const content = file.slice(poolHeaderBytes, file.size, 'application/vnd.sqlite3');
    files.push({ slot: judgeSlot(handle.name, file.size, head), content });
  }
  const { rename } = repairsOf(files.map(({ slot }) => slot));
  const find = (path: string) =>
    files.find(
      ({ slot, content }) =>
        content.size > 0 &&
        ((slot.mark === 'named' && slot.path === path) ||
          rename.some((each) => each.slot === slot && each.path === path)),
    );
  const largest = files.toSorted((a, b) => b.content.size - a.content.size)[0];
  const main = find(databaseFile) ?? largest;
  if (!main || main.content.size === 0) return undefined;
  const journal = find(journalFile);
  return journal?.slot.holds === 'journal'
    ? { database: main.content, journal: journal.content }
    : { database: main.content };
}

async function lastSetAside(root: FileSystemDirectoryHandle): Promise<Blob | undefined> {
  const files: FileSystemFileHandle[] = [];
  const directory = await root.getDirectoryHandle(setAsideDirectory);
  for await (const handle of directory.values()) if (handle.kind === 'file') files.push(handle);
  // The names begin with the time.
  return files.sort((a, b) => (a.name < b.name ? 1 : -1))[0]?.getFile();
}

async function unlessMissing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}
