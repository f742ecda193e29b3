import type { DatabaseName } from '../protocol/commands';
import { filesDirectory, poolDirectory, poolHeaderBytes } from '../protocol/pool-place';

/**
 * The stored bytes of a database that doesn't open, exactly as they lie on disk: the largest file of its pool, without the
 * pool's own header. Reads without a handle, so it works while the database is held or damaged, and never writes.
 * Undefined where nothing is stored.
 */
export async function readRawFile(database: DatabaseName): Promise<Blob | undefined> {
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
