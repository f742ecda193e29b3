import { backupsDirectory, parseBackupName, type BackupFile } from '../protocol/backups';

export interface StoredBackup extends BackupFile {
  /** The size as stored, compressed. */
  bytes: number;
}

/**
 * Lists the automatic backups, newest first; empty without storage. Needs no handle, so it works whoever owns the
 * database.
 */
export async function listBackups(): Promise<StoredBackup[]> {
  const directory = await findDirectory();
  if (!directory) return [];
  const backups: StoredBackup[] = [];
  for await (const handle of directory.values()) {
    const backup = parseBackupName(handle.name);
    if (handle.kind === 'file' && backup) backups.push({ ...backup, bytes: (await handle.getFile()).size });
  }
  return backups.sort((a, b) => b.madeAt - a.madeAt);
}

/** Returns the backup as a plain SQLite file, ready to be saved. */
export async function openBackup(name: string): Promise<Blob> {
  const unpacked = (await packedBackup(name)).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacked, { headers: { 'content-type': 'application/vnd.sqlite3' } }).blob();
}

/** Returns the backup as it is stored, compressed. */
export async function packedBackup(name: string): Promise<Blob> {
  const directory = await findDirectory();
  if (!directory) throw new DOMException('no backups', 'NotFoundError');
  return (await directory.getFileHandle(name)).getFile();
}

export async function deleteBackup(name: string): Promise<void> {
  await (await findDirectory())?.removeEntry(name);
}

async function findDirectory(): Promise<FileSystemDirectoryHandle | undefined> {
  const { storage } = navigator as { storage?: Partial<StorageManager> };
  if (typeof storage?.getDirectory !== 'function') return undefined;
  try {
    return await (await navigator.storage.getDirectory()).getDirectoryHandle(backupsDirectory);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}
