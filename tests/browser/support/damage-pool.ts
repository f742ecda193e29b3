import { vi } from 'vitest';

/** The pool's files by what they hold, the database first. */
async function poolFiles(): Promise<FileSystemFileHandle[]> {
  const root = await navigator.storage.getDirectory();
  const directory = await (await root.getDirectoryHandle('.tokentab-main')).getDirectoryHandle('.opaque');
  const files: { handle: FileSystemFileHandle; size: number }[] = [];
  for await (const handle of directory.values())
    if (handle.kind === 'file') files.push({ handle, size: (await handle.getFile()).size });
  return files.sort((a, b) => b.size - a.size).map(({ handle }) => handle);
}

/** Changes the bytes of the database's own file in the pool, its header included, while no tab is open. */
export async function damageDatabaseFile(change: (bytes: Uint8Array) => Uint8Array | null): Promise<void> {
  const [database] = await poolFiles();
  if (!database) throw new Error('There is no file to damage.');
  const changed = change(new Uint8Array(await (await database.getFile()).arrayBuffer()));
  // The worker that was just ended holds its handles for a moment.
  await vi.waitFor(async () => {
    if (changed === null) {
      const root = await navigator.storage.getDirectory();
      const directory = await (await root.getDirectoryHandle('.tokentab-main')).getDirectoryHandle('.opaque');
      await directory.removeEntry(database.name);
      return;
    }
    const writable = await database.createWritable();
    await writable.write(changed as Uint8Array<ArrayBuffer>);
    await writable.close();
  });
}
