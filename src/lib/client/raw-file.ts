import type { DatabaseName } from '../protocol/commands';
import { filesDirectory, poolDirectory, poolHeaderBytes, setAsideDirectory } from '../protocol/pool-place';

/**
 * The stored bytes of a database that doesn't open, exactly as they lie on disk: the largest file of its pool, without the
 * pool's own header, or what was last set aside. Reads without a handle, so it works while the database is held or damaged, and never writes.
 * Undefined where nothing is stored.
 */
export async function readRawFile(database: DatabaseName): Promise<Blob | undefined> {
  return (await largestOfPool(database)) ?? (await lastSetAside());
}

async function lastSetAside(): Promise<Blob | undefined> {
  const root = await navigator.storage.getDirectory();
  try {
    const files: FileSystemFileHandle[] = [];
    const directory = await root.getDirectoryHandle(setAsideDirectory);
    for await (const handle of directory.values()) if (handle.kind === 'file') files.push(handle);
    // Their names begin with the time.
    return await files.sort((a, b) => (a.name < b.name ? 1 : -1))[0]?.getFile();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}

async function largestOfPool(database: DatabaseName): Promise<Blob | undefined> {
  const root = await navigator.storage.getDirectory();
  try {
    const pool = await root.getDirectoryHandle(poolDirectory(database));
    const directory = await pool.getDirectoryHandle(filesDirectory);
    let largest: File | undefined;
    for await (const handle of directory.values()) {
      if (handle.kind !== 'file') continue;
      const file = await handle.getFile();
      if (file.size > Math.max(poolHeaderBytes, largest?.size ?? 0)) largest = file;
    }
    return largest?.slice(poolHeaderBytes, largest.size, 'application/vnd.sqlite3');
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}
