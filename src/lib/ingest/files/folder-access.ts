/** The parts of the File System Access API that TypeScript doesn't know yet. */
interface PermissionHandle {
  queryPermission?(options: { mode: Mode }): Promise<PermissionState>;
  requestPermission?(options: { mode: Mode }): Promise<PermissionState>;
}

type Mode = 'read' | 'readwrite';

/**
 * Whether the folder may be read, or written to, without a prompt. A browser without permissions for folders always grants
 * it.
 */
export async function folderPermission(
  folder: FileSystemDirectoryHandle,
  mode: Mode = 'read',
): Promise<PermissionState> {
  return (await (folder as PermissionHandle).queryPermission?.({ mode })) ?? 'granted';
}

/** Asks the user for permission. Must be called from a user gesture; otherwise the browser refuses. */
export async function requestFolder(
  folder: FileSystemDirectoryHandle,
  mode: Mode = 'read',
): Promise<PermissionState> {
  return (await (folder as PermissionHandle).requestPermission?.({ mode })) ?? 'granted';
}

/** Whether the folder still exists and may be read: `gone` if it was deleted or moved, or its disk was removed. */
export async function folderState(folder: FileSystemDirectoryHandle): Promise<'there' | 'gone' | 'refused'> {
  try {
    await folder.values()[Symbol.asyncIterator]().next();
    return 'there';
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return 'gone';
    if (error instanceof DOMException && error.name === 'NotAllowedError') return 'refused';
    throw error;
  }
}
