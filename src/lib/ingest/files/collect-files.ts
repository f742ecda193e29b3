import type { ImportProblem } from '../../model/import-summary';
import type { ChosenFile, ChosenFiles, OpenedFile } from './chosen-file';

/** Folders with very many files and never a log. */
const unwantedFolders = new Set(['.git', 'node_modules']);

/** From `<input multiple>` or `<input webkitdirectory>`. */
export function collectFromList(list: Iterable<File>): ChosenFiles {
  const files = [...list].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
  return { files: files.filter(({ path }) => !isUnwanted(path)), problems: [] };
}

/** From a drop of files and folders. To be called in the event's handler itself: afterwards the drop's data is gone. */
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

/** From the entries of a drop, folders at any depth, and files that have no entry. */
export async function collectFromEntries(
  entries: readonly FileSystemEntry[],
  plain: readonly File[] = [],
): Promise<ChosenFiles> {
  const chosen = collectFromList(plain);
  // A list of what is left instead of recursion: folders may be deep.
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

/** From the folder picker, at any depth; paths begin with the folder's own name. */
export function collectFromDirectory(folder: FileSystemDirectoryHandle): Promise<ChosenFiles> {
  return collectFromHandles([folder]);
}

/** From files and folders, these at any depth; paths begin with the name of the handle itself. */
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

/** As often as needed: the browser's `File` is the state at this moment. */
export async function openFile(handle: FileSystemFileHandle): Promise<OpenedFile> {
  return { file: await handle.getFile() };
}

async function openEntry(entry: FileSystemFileEntry, path: string): Promise<ChosenFile> {
  const open = async (): Promise<OpenedFile> => ({
    file: await new Promise((resolve, reject) => entry.file(resolve, reject)),
  });
  return { ...(await open()), path, reopen: open };
}

/** All entries of a folder: a browser hands out a hundred at a time, and none when it is done. */
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

/** Whether it lies in a folder that holds very many files and never a log. */
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
