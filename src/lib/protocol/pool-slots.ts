import { databaseFile, journalFile, poolHeaderBytes } from './pool-place';

/**
 * The header with which `opfs-sahpool` marks its files, as of SQLite 3.54.1: a name in bytes 0–511, flags at 512
 * (big-endian), a digest of both at 516, and the content from 4,096. When the library opens a file whose header is
 * invalid, it empties the file without an error.
 */
const nameBytes = 512;
const corpusBytes = 516;
const digestBytes = 8;

/** The number of bytes that are needed to judge a file. */
export const headBytes = poolHeaderBytes + 16;

const openFlags = { mainDatabase: 0x100, mainJournal: 0x800, superJournal: 0x4000, writeAheadLog: 0x80000 };
const persistentFlags =
  openFlags.mainDatabase | openFlags.mainJournal | openFlags.superJournal | openFlags.writeAheadLog;
const deleteOnClose = 0x8;
/** The library uses SQLITE_OPEN_MEMORY to mark the digest as valid. */
const hasDigest = 0x80;

const databaseMagic = [...new TextEncoder().encode('SQLite format 3\0')];
const journalMagic = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/** One file of the pool, judged as the library would judge it. */
export interface Slot {
  /** Its name on disk. */
  name: string;
  /** In bytes, including the pool's header. */
  size: number;
  /**
   * `named`: the header is valid. `free`: the slot is unused. `misfit`: the header is invalid, so the library would
   * empty it.
   */
  mark: 'named' | 'free' | 'misfit';
  /** Its name in the pool; for a misfit, as much as can still be read. */
  path: string;
  holds: 'nothing' | 'database' | 'journal' | 'other';
}

/** @param head the first `headBytes` of the file, or all of it if it is shorter */
export function judgeSlot(name: string, size: number, head: Uint8Array): Slot {
  const mark = new Uint8Array(corpusBytes + digestBytes);
  mark.set(head.subarray(0, mark.length));
  const end = mark.indexOf(0);
  const path = new TextDecoder().decode(mark.subarray(0, Math.min(end < 0 ? nameBytes : end, nameBytes)));
  return { name, size, mark: judgeMark(mark), path, holds: contentOf(size, head) };
}

function judgeMark(mark: Uint8Array): Slot['mark'] {
  const view = new DataView(mark.buffer, mark.byteOffset);
  const flags = view.getUint32(nameBytes);
  const isNamed = mark[0] !== 0;
  if (isNamed && ((flags & deleteOnClose) !== 0 || (flags & persistentFlags) === 0)) return 'misfit';
  const [first, second] = digestOf(mark.subarray(0, corpusBytes), flags);
  const fits =
    view.getUint32(corpusBytes, true) === first && view.getUint32(corpusBytes + 4, true) === second;
  if (!fits) return 'misfit';
  return isNamed ? 'named' : 'free';
}

function digestOf(corpus: Uint8Array, flags: number): [number, number] {
  if ((flags & hasDigest) === 0) return [0, 0];
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (const byte of corpus) {
    first = Math.imul(first ^ byte, 2_654_435_761);
    second = Math.imul(second ^ byte, 104_729);
  }
  return [first >>> 0, second >>> 0];
}

function contentOf(size: number, head: Uint8Array): Slot['holds'] {
  if (size <= poolHeaderBytes) return 'nothing';
  const starts = (magic: number[]) => magic.every((byte, index) => head[poolHeaderBytes + index] === byte);
  if (starts(databaseMagic)) return 'database';
  return starts(journalMagic) ? 'journal' : 'other';
}

/** The header that the library would have written: the first bytes of a file with the name `path`. */
export function markFor(path: typeof databaseFile | typeof journalFile): Uint8Array<ArrayBuffer> {
  const mark = new Uint8Array(corpusBytes + digestBytes);
  const view = new DataView(mark.buffer);
  new TextEncoder().encodeInto(path, mark);
  const flags = (path === databaseFile ? openFlags.mainDatabase : openFlags.mainJournal) | hasDigest;
  view.setUint32(nameBytes, flags);
  const [first, second] = digestOf(mark.subarray(0, corpusBytes), flags);
  view.setUint32(corpusBytes, first, true);
  view.setUint32(corpusBytes + 4, second, true);
  return mark;
}

export interface Repairs {
  /** Files that get their header back. */
  rename: { slot: Slot; path: typeof databaseFile | typeof journalFile }[];
  /** Files with content that belong to nothing. */
  setAside: Slot[];
  /** False if the repaired pool contains no database: opening it would create an empty one. */
  hasDatabase: boolean;
}

/** What must be done before the library opens the pool, so that it empties nothing. */
export function repairsOf(slots: readonly Slot[]): Repairs {
  const isNamed = (path: string) => slots.some((slot) => slot.mark === 'named' && slot.path === path);
  const database = slots.find(
    ({ mark, path, size }) => mark === 'named' && path === databaseFile && size > poolHeaderBytes,
  );
  const misfits = slots.filter(({ mark, holds }) => mark === 'misfit' && holds !== 'nothing');
  // The library empties a freed file at once. So a free one that still contains a database has lost its header,
  // unless the database is where it should be.
  const unmarked = slots.filter(({ mark, holds }) => mark === 'free' && holds === 'database');
  const rename: Repairs['rename'] = [];

  if (!database && !isNamed(databaseFile)) {
    const [lost] = [...misfits, ...unmarked].filter(mayBeTheDatabase).sort(likeliestFirst);
    if (lost) rename.push({ slot: lost, path: databaseFile });
  }
  const hasDatabase = database !== undefined || rename.length > 0;
  const journals = misfits.filter(({ holds }) => holds === 'journal');
  const [journal] = journals;
  // Without its journal, a database whose last write was interrupted would be opened half-written.
  if (journal && journals.length === 1 && hasDatabase && !isNamed(journalFile))
    rename.push({ slot: journal, path: journalFile });

  const isRenamed = (slot: Slot) => rename.some((each) => each.slot === slot);
  const lost = database ? misfits : [...misfits, ...unmarked];
  return { rename, setAside: lost.filter((slot) => !isRenamed(slot)), hasDatabase };
}

/** Tokentab's own copies of the database have other names. */
function mayBeTheDatabase({ holds, path }: Slot): boolean {
  return holds === 'database' && !path.startsWith('/before-');
}

/** Sorts by the similarity of the name, then by size. */
function likeliestFirst(a: Slot, b: Slot): number {
  return difference(a.path) - difference(b.path) || b.size - a.size;
}

/** The number of characters that differ from the database's name. */
function difference(path: string): number {
  const letters = Array.from(databaseFile).filter((letter, index) => path[index] !== letter).length;
  return Math.min(databaseFile.length, letters + Math.max(0, path.length - databaseFile.length));
}
