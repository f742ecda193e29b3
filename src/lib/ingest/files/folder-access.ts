/** The parts of the File System Access API that TypeScript does not know yet. */
interface PermissionHandle {
  queryPermission?(options: { mode: 'read' }): Promise<PermissionState>;
  requestPermission?(options: { mode: 'read' }): Promise<PermissionState>;
}

/** Whether the folder may be read without asking. A browser that has no permissions for folders gives what it gave. */
export async function folderPermission(folder: FileSystemDirectoryHandle): Promise<PermissionState> {
  return (await (folder as PermissionHandle).queryPermission?.({ mode: 'read' })) ?? 'granted';
}

/** Asks the user. Only while they are pressing something: else the browser refuses by itself. */
export async function requestFolder(folder: FileSystemDirectoryHandle): Promise<PermissionState> {
  return (await (folder as PermissionHandle).requestPermission?.({ mode: 'read' })) ?? 'granted';
}

/** Whether it is still there and may be read: `gone` when it was deleted, moved, or its disk was taken out. */
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
