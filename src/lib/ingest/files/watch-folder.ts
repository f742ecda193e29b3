import type { ChosenFile } from './chosen-file';
import { isUnwanted, openFile } from './collect-files';
import { companionOf } from './join-database-logs';

interface ChangeRecord {
  changedHandle: FileSystemHandle | null;
  relativePathComponents: readonly string[];
  type: 'appeared' | 'disappeared' | 'errored' | 'modified' | 'moved' | 'unknown';
}

interface Observer {
  observe(handle: FileSystemHandle, options: { recursive: boolean }): Promise<void>;
  disconnect(): void;
}

type ObserverConstructor = new (callback: (records: readonly ChangeRecord[]) => void) => Observer;

/** In milliseconds: long enough to collect the lines of one answer, short enough to see the numbers move. */
const quietMs = 400;
/** In milliseconds: a file that is written to continuously is still read this often. */
const mostMs = 3_000;

/** The files that changed; null if anything may have changed. */
export type FolderChange = readonly FileSystemFileHandleAt[] | null;

interface FileSystemFileHandleAt {
  handle: FileSystemFileHandle;
  path: string;
}

/**
 * Reports changes in a folder, at any depth, shortly after they have stopped. Returns a function that stops watching;
 * null if the browser can't watch folders.
 */
export async function watchFolder(
  folder: FileSystemDirectoryHandle,
  onChange: (change: FolderChange) => void,
): Promise<(() => void) | null> {
  const { FileSystemObserver } = globalThis as { FileSystemObserver?: ObserverConstructor };
  if (FileSystemObserver === undefined) return null;
  const changes = new GatheredChanges(folder.name, onChange);
  const observer = new FileSystemObserver((records) => changes.add(records));
  try {
    await observer.observe(folder, { recursive: true });
  } catch {
    // Not every file system can be watched. Such a folder is read when the app starts.
    observer.disconnect();
    return null;
  }
  return () => {
    observer.disconnect();
    changes.stop();
  };
}

/**
 * Opens the changed files and, for a database, the files that belong to it. Deleted files are ignored: their usage
 * stays.
 */
export async function openChanged(
  folder: FileSystemDirectoryHandle,
  change: readonly FileSystemFileHandleAt[],
): Promise<ChosenFile[]> {
  const found = new Map(change.map((each) => [each.path, each]));
  for (const { path } of change) {
    const beside = companionOf(path);
    if (beside === null || found.has(beside)) continue;
    const handle = await findFile(folder, beside.split('/').slice(1));
    if (handle !== null) found.set(beside, { handle, path: beside });
  }
  const opened = await Promise.all(
    [...found.values()].map(async ({ handle, path }) => (await open(handle, path)) ?? []),
  );
  return opened.flat();
}

/** Opens a file by its path, which begins with the folder's name; null if it doesn't exist. */
export async function openAt(folder: FileSystemDirectoryHandle, path: string): Promise<ChosenFile | null> {
  const handle = await findFile(folder, path.split('/').slice(1));
  return handle === null ? null : open(handle, path);
}

/** Null if it no longer exists. */
async function open(handle: FileSystemFileHandle, path: string): Promise<ChosenFile | null> {
  const file = await openFile(handle).catch(() => null);
  return file === null ? null : { ...file, path, reopen: () => openFile(handle) };
}

/** Null if it doesn't exist. */
async function findFile(
  folder: FileSystemDirectoryHandle,
  names: readonly string[],
): Promise<FileSystemFileHandle | null> {
  try {
    let parent = folder;
    for (const name of names.slice(0, -1)) parent = await parent.getDirectoryHandle(name);
    return await parent.getFileHandle(names.at(-1) ?? '');
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

class GatheredChanges {
  private files = new Map<string, FileSystemFileHandleAt>();
  private isAnything = false;
  private since = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly root: string,
    private readonly onChange: (change: FolderChange) => void,
  ) {}

  add(records: readonly ChangeRecord[]): void {
    for (const record of records) this.note(record);
    if (this.files.size === 0 && !this.isAnything) return;
    const now = performance.now();
    if (this.timer === undefined) this.since = now;
    clearTimeout(this.timer);
    const wait = Math.max(0, Math.min(quietMs, this.since + mostMs - now));
    this.timer = setTimeout(() => this.tell(), wait);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private note({ type, changedHandle, relativePathComponents }: ChangeRecord): void {
    if (type === 'disappeared') return;
    const path = [this.root, ...relativePathComponents].join('/');
    if (isUnwanted(path)) return;
    const isFile = changedHandle instanceof FileSystemFileHandle;
    if (isFile && (type === 'appeared' || type === 'modified')) {
      this.files.set(path, { handle: changedHandle, path });
    } else if (changedHandle?.kind !== 'directory' || type !== 'modified') this.isAnything = true;
  }

  private tell(): void {
    const change = this.isAnything ? null : [...this.files.values()];
    this.files = new Map();
    this.isAnything = false;
    this.timer = undefined;
    this.onChange(change);
  }
}
