import { backupName, backupsDirectory, readyFile, type BackupFile } from '../protocol/backups';
import { writeFile } from '../database/opening/write-file';

/** @throws the browser's `NotFoundError` if there is no such backup */
export async function readBackup(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const directory = await openDirectory();
  return unzip(await (await directory.getFileHandle(name)).getFile());
}

/**
 * Writes a backup under a temporary name, reads it back and passes it to `check`. Only then does it get a name under
 * which it is listed.
 * @throws what `check` throws, and the browser's own errors; nothing is left behind then
 */
export function writeBackup(
  bytes: Uint8Array<ArrayBuffer>,
  about: Omit<BackupFile, 'name'>,
  check: (written: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<BackupFile> {
  // One at a time across all tabs, so that any other unfinished file must be a leftover.
  return navigator.locks.request('tokentab-backup', () => write(bytes, about, check));
}

async function write(
  bytes: Uint8Array<ArrayBuffer>,
  about: Omit<BackupFile, 'name'>,
  check: (written: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<BackupFile> {
  const directory = await openDirectory();
  await removeUnfinished(directory);
  const name = backupName(about);
  const part = await directory.getFileHandle(`${name}.part`, { create: true });
  try {
    await writeFile(part, new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip')));
    await check(await unzip(await part.getFile()));
    await rename(directory, part, name);
  } catch (error) {
    await directory.removeEntry(part.name).catch(() => undefined);
    throw error;
  }
  return { name, ...about };
}

/** Files left behind by a browser that was killed while writing a backup. */
async function removeUnfinished(directory: FileSystemDirectoryHandle): Promise<void> {
  for await (const name of directory.keys()) if (name.endsWith('.part')) await directory.removeEntry(name);
}

/** Stores the database where the next opening finds it. */
export async function layReady(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const file = await (await openDirectory()).getFileHandle(readyFile, { create: true });
  await writeFile(file, new Blob([bytes]).stream());
}

async function unzip(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer(),
  );
}

async function rename(
  directory: FileSystemDirectoryHandle,
  file: FileSystemFileHandle,
  name: string,
): Promise<void> {
  // Not typed yet, and not in every engine.
  const { move } = file as { move?: (this: FileSystemFileHandle, name: string) => Promise<void> };
  if (move) {
    await move.call(file, name);
    return;
  }
  await writeFile(await directory.getFileHandle(name, { create: true }), (await file.getFile()).stream());
  await directory.removeEntry(file.name);
}

async function openDirectory(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(backupsDirectory, { create: true });
}
