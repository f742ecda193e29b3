import { problemKey } from '../../model/problem';
import type { ImportProblem } from '../../model/import-summary';
import type { ChosenFiles, OpenedFile } from './chosen-file';
import type { FoundFile } from './likely-logs';
import { reasonToSkip } from './skip-rules';

/** Folders that contain very many files but never logs. Home folders contain many of them. */
const unwantedFolders = new Set([
  ...[
    '.git',
    'node_modules',
    '__pycache__',
    'site-packages',
    '.venv',
    '.tox',
    '.mypy_cache',
    '.pytest_cache',
  ],
  ...[
    '.npm',
    '.pnpm-store',
    '.yarn',
    '.bun',
    '.deno',
    '.nvm',
    '.cargo',
    '.rustup',
    '.gradle',
    '.m2',
    '.nuget',
  ],
  ...['.pyenv', '.rbenv', '.cocoapods', '.terraform', 'DerivedData', '.Trash', '$Recycle.Bin'],
  ...['Cache', 'Caches', 'Code Cache', 'GPUCache', 'CachedData', 'CachedExtensionVSIXs', 'Service Worker'],
  ...['Photos Library.photoslibrary', 'Steam'],
]);

/** Collects files that were chosen one by one, of `<input multiple>` for instance. */
export function collectFromList(list: Iterable<File>): ChosenFiles {
  const files = [...list].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
  return { files: files.filter(({ path }) => !isUnwanted(path)), problems: [] };
}

/** Collects the files of `<input>`; of a folder (`webkitdirectory`), only those that may be logs. */
export async function collectFromInput(list: Iterable<File>): Promise<ChosenFiles> {
  const chosen = collectFromList([]);
  const leftOut = new LeftOut();
  const found = collectFromList(list)
    .files.filter(({ path }) => !leftOut.has(path))
    .map(({ file, path }) => ({ path, open: () => Promise.resolve(file) }));
  await openLikely(found, chosen);
  chosen.problems.push(...leftOut.reasons());
  return chosen;
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
  const leftOut = new LeftOut();
  const found: FoundFile[] = [];
  // A work list instead of recursion, because folders can be deep.
  const left = [...entries];
  const take = async (entry: FileSystemEntry): Promise<void> => {
    const path = pathOf(entry);
    try {
      if (isFile(entry)) {
        if (!leftOut.has(path))
          found.push({ path, open: () => new Promise((resolve, reject) => entry.file(resolve, reject)) });
      } else if (isFolder(entry) && !unwantedFolders.has(entry.name)) {
        const inside = await entriesIn(entry);
        for (const each of inside) if (isFile(each)) await take(each);
        left.push(...inside.filter(isFolder));
      }
    } catch (error) {
      chosen.problems.push(unreadable(path, error));
    }
  };
  // Several at a time, because the browser answers from another process.
  while (left.length > 0) await Promise.all(left.splice(-foldersAtOnce).map(take));
  await openLikely(found, chosen);
  chosen.problems.push(...leftOut.reasons());
  return chosen;
}

/** In a folder with more files than this, only likely logs are opened. */
const filesOfMany = 5000;
const filesAtOnce = 256;

/** Opens the files that may be logs, each again for `reopen`: a `File` is a snapshot of the current state. */
async function openLikely(found: readonly FoundFile[], chosen: ChosenFiles): Promise<void> {
  const { files, problems } =
    found.length > filesOfMany
      ? await (await import('./likely-logs')).likelyLogs(found)
      : { files: found, problems: [] };
  const openOne = async ({ path, open }: FoundFile): Promise<void> => {
    try {
      chosen.files.push({ file: await open(), path, reopen: async () => ({ file: await open() }) });
    } catch (error) {
      chosen.problems.push(unreadable(path, error));
    }
  };
  for (let at = 0; at < files.length; at += filesAtOnce)
    await Promise.all(files.slice(at, at + filesAtOnce).map(openOne));
  chosen.problems.push(...problems);
}

const pathOf = (entry: FileSystemEntry): string => entry.fullPath.replace(/^\//, '') || entry.name;

/** Collects the files of the folder picker, at any depth. Paths begin with the folder's name. */
export function collectFromDirectory(folder: FileSystemDirectoryHandle): Promise<ChosenFiles> {
  return collectFromHandles([folder]);
}

/** Collects files and folders, at any depth. Paths begin with the handle's name. */
export async function collectFromHandles(handles: readonly FileSystemHandle[]): Promise<ChosenFiles> {
  const chosen: ChosenFiles = { files: [], problems: [] };
  const leftOut = new LeftOut();
  const found: FoundFile[] = [];
  const left: { handle: FileSystemDirectoryHandle; path: string }[] = [];
  const take = (handle: FileSystemFileHandle, path: string): void => {
    found.push({ path, open: () => handle.getFile() });
  };
  for (const handle of handles) {
    if (isFileHandle(handle)) take(handle, handle.name);
    else if (isFolderHandle(handle)) left.push({ handle, path: handle.name });
  }
  const readFolder = async ({ handle: folder, path: base }: (typeof left)[number]): Promise<void> => {
    try {
      for await (const handle of folder.values()) {
        const path = `${base}/${handle.name}`;
        if (handle.kind === 'file') {
          if (!leftOut.has(path)) take(handle, path);
        } else if (!unwantedFolders.has(handle.name)) left.push({ handle, path });
      }
    } catch (error) {
      chosen.problems.push(unreadable(base, error));
    }
  };
  // Several at a time, because the browser answers for each folder from another process.
  while (left.length > 0) await Promise.all(left.splice(-foldersAtOnce).map(readFolder));
  await openLikely(found, chosen);
  chosen.problems.push(...leftOut.reasons());
  return chosen;
}

const foldersAtOnce = 16;

/**
 * Files in folders that can't be logs, judged by their names: asking the browser for each would take most of the
 * time.
 */
class LeftOut {
  private readonly byReason = new Map<string, ImportProblem>();

  has(path: string): boolean {
    // A file that was chosen without its folder is always opened.
    const reason = path.includes('/') ? reasonToSkip(path) : null;
    if (reason === null) return false;
    const key = problemKey(reason);
    const known = this.byReason.get(key);
    if (known === undefined) this.byReason.set(key, { file: path, reason, count: 1, isHarmless: true });
    else known.count += 1;
    return true;
  }

  /** One problem per reason, with the first file and the number of files. */
  reasons(): ImportProblem[] {
    return [...this.byReason.values()];
  }
}

/** Can be called repeatedly: a `File` is a snapshot of the current state. */
export async function openFile(handle: FileSystemFileHandle): Promise<OpenedFile> {
  return { file: await handle.getFile() };
}

/** All entries of a folder. A browser returns a hundred at a time, and none when it is done. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
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
  const name = error instanceof Error ? error.name : '';
  return { file, reason: { code: 'file-unopened', error: name }, count: 1 };
}

const isFileHandle = (handle: FileSystemHandle): handle is FileSystemFileHandle => handle.kind === 'file';
const isFolderHandle = (handle: FileSystemHandle): handle is FileSystemDirectoryHandle =>
  handle.kind === 'directory';
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
