import { databaseFile, journalFile, poolHeaderBytes } from '../../protocol/pool-place';

/**
 * How `opfs-sahpool` marks its files, as of SQLite 3.54.1: a name in bytes 0–511, flags at 512 (big-endian), a digest of both at
 * 516, the file's own bytes from 4,096. A file whose mark doesn't fit is emptied by the library when it opens, without an error.
 */
const nameBytes = 512;
const corpusBytes = 516;
const digestBytes = 8;

/** As much of a file as it takes to judge it. */
export const headBytes = poolHeaderBytes + 16;

const openFlags = { mainDatabase: 0x100, mainJournal: 0x800, superJournal: 0x4000, writeAheadLog: 0x80000 };
const persistentFlags =
  openFlags.mainDatabase | openFlags.mainJournal | openFlags.superJournal | openFlags.writeAheadLog;
const deleteOnClose = 0x8;
/** The library borrows SQLITE_OPEN_MEMORY to say that the digest is a real one. */
const hasDigest = 0x80;

const databaseMagic = [...new TextEncoder().encode('SQLite format 3\0')];
const journalMagic = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/** One file of the pool, judged as the library would. */
export interface Slot {
  /** Its name on disk. */
  name: string;
  /** Bytes, the pool's header included. */
  size: number;
  /** `named`: the mark fits. `free`: it belongs to nothing. `misfit`: the library would empty it. */
  mark: 'named' | 'free' | 'misfit';
  /** What it's called in the pool; of a misfit what can still be read. */
  path: string;
  holds: 'nothing' | 'database' | 'journal' | 'other';
}

/** @param head the first `headBytes` of the file, or all of it where it is shorter */
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

/** The mark that the library would have written: the first bytes of a file that is to be found as `path`. */
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

export interface Mending {
  /** Files that get their mark back. */
  rename: { slot: Slot; path: typeof databaseFile | typeof journalFile }[];
  /** Files that hold something and belong to nothing. */
  setAside: Slot[];
  /** False where the pool, mended, holds no database: opening it would begin an empty one. */
  hasDatabase: boolean;
}

/** What is to be done before the library opens the pool, so that it empties nothing. */
export function mendingOf(slots: readonly Slot[]): Mending {
  const isNamed = (path: string) => slots.some((slot) => slot.mark === 'named' && slot.path === path);
  const database = slots.find(
    ({ mark, path, size }) => mark === 'named' && path === databaseFile && size > poolHeaderBytes,
  );
  const misfits = slots.filter(({ mark, holds }) => mark === 'misfit' && holds !== 'nothing');
  // A freed file is emptied at once. One that still holds a database has lost its mark, unless ours is where it should be.
  const unmarked = slots.filter(({ mark, holds }) => mark === 'free' && holds === 'database');
  const rename: Mending['rename'] = [];

  if (!database && !isNamed(databaseFile)) {
    const [lost] = [...misfits, ...unmarked].filter(mayBeTheDatabase).sort(likeliestFirst);
    if (lost) rename.push({ slot: lost, path: databaseFile });
  }
  const hasDatabase = database !== undefined || rename.length > 0;
  const journals = misfits.filter(({ holds }) => holds === 'journal');
  const [journal] = journals;
  // Without its journal a database that was cut short in a write would be opened half-written.
  if (journal && journals.length === 1 && hasDatabase && !isNamed(journalFile))
    rename.push({ slot: journal, path: journalFile });

  const isRenamed = (slot: Slot) => rename.some((each) => each.slot === slot);
  const lost = database ? misfits : [...misfits, ...unmarked];
  return { rename, setAside: lost.filter((slot) => !isRenamed(slot)), hasDatabase };
}

/** Copies that Tokentab made of its database carry names of their own. */
function mayBeTheDatabase({ holds, path }: Slot): boolean {
  return holds === 'database' && !path.startsWith('/before-');
}

/** By name as far as it can be read, then by size. */
function likeliestFirst(a: Slot, b: Slot): number {
  return difference(a.path) - difference(b.path) || b.size - a.size;
}

/** How many letters of the database's name are wrong. */
function difference(path: string): number {
  const letters = Array.from(databaseFile).filter((letter, index) => path[index] !== letter).length;
  return Math.min(databaseFile.length, letters + Math.max(0, path.length - databaseFile.length));
}
