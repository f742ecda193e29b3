import { ObjectStore } from '../model/object-store';
import { outdatedGenerations } from '../model/generations';
import { parseBackupName, type BackupFile } from '../protocol/backups';

/** The folder outside the browser into which backups are copied. */
export interface StoredBackupFolder {
  id: 'folder';
  handle: FileSystemDirectoryHandle;
  /** The name of this browser's folder in it, because several browsers may share the chosen one. */
  subfolder: string;
}

const store = new ObjectStore<StoredBackupFolder>('tokentab-backup-folder', 'folders');

export const readBackupFolder = async (): Promise<StoredBackupFolder | undefined> => (await store.all())[0];
export const forgetBackupFolder = (): Promise<void> => store.remove('folder');

export async function keepBackupFolder(handle: FileSystemDirectoryHandle): Promise<StoredBackupFolder> {
  const subfolder = `Tokentab backups ${crypto.randomUUID().slice(0, 6)}`;
  const folder = { id: 'folder', handle, subfolder } as const;
  await store.put(folder);
  return folder;
}

/**
 * Writes the file under a temporary name and renames it once it is complete. Then deletes this browser's outdated
 * backups, and no other files.
 * @throws the browser's own errors: `NotAllowedError` without permission, `NotFoundError` if the folder is gone
 */
export async function copyBackup(
  { handle, subfolder }: StoredBackupFolder,
  { name }: BackupFile,
  file: Blob,
  dayOf: (time: number) => string,
): Promise<void> {
  const folder = await handle.getDirectoryHandle(subfolder, { create: true });
  const part = await folder.getFileHandle(`${name}.part`, { create: true });
  const writable = await part.createWritable();
  await file.stream().pipeTo(writable);
  await rename(folder, part, name);
  const backups = [];
  for await (const entry of folder.values()) {
    const backup = parseBackupName(entry.name);
    if (backup && entry.kind === 'file') backups.push({ ...backup, bytes: (await entry.getFile()).size });
  }
  const limits = { now: Date.now(), maxBytes: Number.POSITIVE_INFINITY, dayOf };
  for (const outdated of outdatedGenerations(backups, limits)) await folder.removeEntry(outdated.name);
}

async function rename(
  folder: FileSystemDirectoryHandle,
  part: FileSystemFileHandle,
  name: string,
): Promise<void> {
  // Not typed yet, and not in every engine.
  const { move } = part as { move?: (this: FileSystemFileHandle, name: string) => Promise<void> };
  if (move) {
    await move.call(part, name);
    return;
  }
  const whole = await folder.getFileHandle(name, { create: true });
  await (await part.getFile()).stream().pipeTo(await whole.createWritable());
  await folder.removeEntry(part.name);
}
