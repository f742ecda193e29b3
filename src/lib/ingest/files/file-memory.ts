import type { FileCursor } from '../../model/file-cursor';
import type { ChosenFile } from './chosen-file';
import type { ImportTarget } from '../import-target';

/** Where cursors are stored, so that only new content is read. */
export interface Memory {
  /** Where the files' paths start: `chosenRoot`, or the root of a connected folder. */
  root: string;
  /** The build of the app. Another build may find more in the same bytes, so it reads every file once. */
  reader: string;
  /** The files are read from disk while a tool may be writing to them. */
  isLive: boolean;
}

/** The root of files that were dropped or chosen. */
export const chosenRoot = 'chosen';

/** The number of cursors in one message. */
export const cursorsPerCall = 2_000;
const longestPath = 10_000;

export interface Recalled {
  /** The cursors by path. */
  cursors: Map<string, FileCursor>;
  /** Compares the file's size and time, so they are looked up. */
  isUnchanged: (file: ChosenFile) => boolean;
}

export async function recallFiles(
  target: ImportTarget,
  memory: Memory,
  files: readonly ChosenFile[],
): Promise<Recalled> {
  const { root, reader } = memory;
  const cursors = new Map<string, FileCursor>();
  // Of several files with one path, the cursor is compared with the last.
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const paths of inParts([...byPath.keys()].filter(isStorable))) {
    for (const cursor of await target.call('getFileCursors', { root, reader, paths })) {
      cursors.set(cursor.path, cursor);
    }
  }
  const isUnchanged = (file: ChosenFile): boolean => {
    const cursor = cursors.get(file.path);
    return cursor !== undefined && byPath.get(file.path) === file && isAsRead(file, cursor, memory);
  };
  return { cursors, isUnchanged };
}

/** Call only once everything that was read is stored. */
export async function rememberFiles(
  target: ImportTarget,
  { root, reader }: Memory,
  importId: string,
  read: readonly FileCursor[],
): Promise<void> {
  for (const cursors of inParts(read.filter(({ path }) => isStorable(path)))) {
    await target.call('saveFileCursors', { importId, root, reader, cursors, savedAt: Date.now() });
  }
}

/**
 * Compares what needs no reading: size and time at the same path. A file that was chosen without its folder has no
 * location, and many are called `usage.csv`, so the scanner also compares its first bytes.
 */
function isAsRead({ path, file }: ChosenFile, cursor: FileCursor, { isLive }: Memory): boolean {
  if (!isLive && !path.includes('/')) return false;
  return cursor.size === file.size && cursor.modifiedAt === Math.trunc(file.lastModified);
}

function isStorable(path: string): boolean {
  return path !== '' && path.length <= longestPath && !path.includes('\0');
}

function* inParts<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += cursorsPerCall) {
    yield items.slice(start, start + cursorsPerCall);
  }
}
