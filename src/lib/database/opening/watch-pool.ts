import type { DatabaseName } from '../../protocol/commands';
import { filesDirectory, poolDirectory } from '../../protocol/pool-place';

/**
 * Remembers the names of the pool's files. Returns a function that checks whether they all still resolve. “Clear site
 * data” can't be noticed otherwise: open handles keep writing to unlinked files, and SQLite reports success.
 */
export async function watchPool(database: DatabaseName): Promise<() => Promise<boolean>> {
  const names: string[] = [];
  for await (const name of (await openFilesDirectory(database)).keys()) names.push(name);

  return async () => {
    try {
      const directory = await openFilesDirectory(database);
      await Promise.all(names.map((name) => directory.getFileHandle(name)));
      return true;
    } catch (error) {
      // Any other failure says nothing about the files and is no reason to stop writing.
      return !(error instanceof DOMException && error.name === 'NotFoundError');
    }
  };
}

async function openFilesDirectory(database: DatabaseName): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return (await root.getDirectoryHandle(poolDirectory(database))).getDirectoryHandle(filesDirectory);
}
