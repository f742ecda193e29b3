import type { DatabaseName } from '../protocol/commands';
import { filesDirectory, poolDirectory, poolHeaderBytes, setAsideDirectory } from '../protocol/pool-place';

/**
 * The stored bytes of a database that doesn't open, exactly as they are on disk: the largest file of its pool,
 * without the pool's header, or the last one that was set aside. Needs no handle and never writes, so it works while
 * the database is locked or damaged. Undefined if nothing is stored.
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
    // The names begin with the time.
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
