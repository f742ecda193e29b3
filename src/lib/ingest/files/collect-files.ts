import type { ImportProblem } from '../../model/import-summary';
import type { ChosenFile, ChosenFiles, OpenedFile } from './chosen-file';

/** Folders that contain very many files but never logs. */
const unwantedFolders = new Set(['.git', 'node_modules']);

/** Collects the files of `<input multiple>` or `<input webkitdirectory>`. */
export function collectFromList(list: Iterable<File>): ChosenFiles {
  const files = [...list].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
  return { files: files.filter(({ path }) => !isUnwanted(path)), problems: [] };
}

/**
 * Collects dropped files and folders. Must be called synchronously in the event handler: the drop's data is gone
 * afterwards.
 */
export function collectFromDrop(transfer: DataTransfer): Promise<ChosenFiles> {
  const entries: FileSystemEntry[] = [];
  const plain: File[] = [];
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    if (entry !== null) entries.push(entry);
    else {
      const file = item.getAsFile();
      if (file !== null) plain.push(file);
    }
  }
  return collectFromEntries(entries, plain);
}

/** Collects the entries of a drop, with folders at any depth, and files without an entry. */
export async function collectFromEntries(
  entries: readonly FileSystemEntry[],
  plain: readonly File[] = [],
): Promise<ChosenFiles> {
  const chosen = collectFromList(plain);
  // A work list instead of recursion, because folders can be deep.
  const left = [...entries];
  for (let entry = left.pop(); entry !== undefined; entry = left.pop()) {
    const path = entry.fullPath.replace(/^\//, '') || entry.name;
    try {
      if (isFile(entry)) chosen.files.push(await openEntry(entry, path));
      else if (isFolder(entry) && !unwantedFolders.has(entry.name)) left.push(...(await readFolder(entry)));
    } catch (error) {
      chosen.problems.push(unreadable(path, error));
    }
  }
  return chosen;
}

/** Collects the files of the folder picker, at any depth. Paths begin with the folder's name. */
export function collectFromDirectory(folder: FileSystemDirectoryHandle): Promise<ChosenFiles> {
  return collectFromHandles([folder]);
}

/** Collects files and folders, at any depth. Paths begin with the handle's name. */
export async function collectFromHandles(handles: readonly FileSystemHandle[]): Promise<ChosenFiles> {
  const chosen: ChosenFiles = { files: [], problems: [] };
  const left: { handle: FileSystemDirectoryHandle; path: string }[] = [];
  for (const handle of handles) {
    if (isFileHandle(handle)) await openHandle(handle, handle.name, chosen);
    else if (isFolderHandle(handle)) left.push({ handle, path: handle.name });
  }
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const base = next.path;
    const opening: Promise<void>[] = [];
    try {
      for await (const handle of next.handle.values()) {
        const path = `${base}/${handle.name}`;
        if (handle.kind === 'file') opening.push(openHandle(handle, path, chosen));
        else if (!unwantedFolders.has(handle.name)) {
          left.push({ handle: handle, path });
        }
      }
    } catch (error) {
      chosen.problems.push(unreadable(base, error));
    }
    await Promise.all(opening);
  }
  return chosen;
}

async function openHandle(handle: FileSystemFileHandle, path: string, chosen: ChosenFiles): Promise<void> {
  try {
    chosen.files.push({ ...(await openFile(handle)), path, reopen: () => openFile(handle) });
  } catch (error) {
    chosen.problems.push(unreadable(path, error));
  }
}

/** Can be called repeatedly: a `File` is a snapshot of the current state. */
export async function openFile(handle: FileSystemFileHandle): Promise<OpenedFile> {
  return { file: await handle.getFile() };
}

async function openEntry(entry: FileSystemFileEntry, path: string): Promise<ChosenFile> {
  const open = async (): Promise<OpenedFile> => ({
    file: await new Promise((resolve, reject) => entry.file(resolve, reject)),
  });
  return { ...(await open()), path, reopen: open };
}

/** All entries of a folder. A browser returns a hundred at a time, and none when it is done. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return entries;
    for (const entry of some) entries.push(entry);
  }
}

/** Whether the path is in a folder that contains very many files but never logs. */
export function isUnwanted(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((folder) => unwantedFolders.has(folder));
}

function unreadable(file: string, error: unknown): ImportProblem {
  const name = error instanceof Error ? ` (${error.name})` : '';
  return { file, reason: `The browser could not open it; it may be locked or gone${name}.`, count: 1 };
}

const isFileHandle = (handle: FileSystemHandle): handle is FileSystemFileHandle => handle.kind === 'file';
const isFolderHandle = (handle: FileSystemHandle): handle is FileSystemDirectoryHandle =>
  handle.kind === 'directory';
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
