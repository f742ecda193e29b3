import { TokentabError } from '../../model/errors';
import { databaseOf, indexEnding, logEnding } from '../files/join-database-logs';
import { isDatabase, isWriteAheadLog } from '../../sources/reading/head';
import { peekBytes } from '../../sources/reading/peek';
import type { UnpackedFile } from './unpack';

/** A packed file that is ready to be read. */
export interface JoinedFile extends UnpackedFile {
  /** See `SourceContext`. */
  writeAheadLogAt?: number;
}

/** The maximum size of all files that wait for their counterpart; beyond it, files are passed on without one. */
const mostHeld = 512 * 1024 * 1024;
/** Enough bytes to recognize the kind of a file. */
const startLength = 16;

/**
 * Yields the same files, with a database and its write-ahead log in the same archive joined into one. An archive is
 * read only once, front to back, so each half waits in memory for the other, or for the end of the archive. Errors of a
 * file that waited are thrown to its reader.
 */
export async function* joinPackedLogs(
  files: AsyncIterable<UnpackedFile>,
  most: number = mostHeld,
): AsyncGenerator<JoinedFile> {
  const waiting = new Map<string, HeldFile>();
  let held = 0;
  for await (const { path, chunks } of files) {
    const begun = await begin(chunks);
    const half = 'error' in begun ? null : halfOf(path, begun.start);
    if (half === null)
      yield { path, chunks: 'error' in begun ? contentOf({ pieces: [], rest: null, ...begun }) : begun.all };
    if ('error' in begun || half === null || half === 'index') continue;
    const file = await hold(path, begun.all, most - held);
    if (file.rest !== null) {
      yield { path, chunks: contentOf(file) };
      continue;
    }
    const other = waiting.get(otherOf(path, half));
    if (other !== undefined) {
      waiting.delete(other.path);
      held -= other.length;
      yield half === 'log' ? join(other, file) : join(file, other);
      continue;
    }
    // An archive may contain the same path twice.
    const same = waiting.get(path);
    waiting.set(path, file);
    held += file.length - (same?.length ?? 0);
    if (same !== undefined) yield { path, chunks: contentOf(same) };
  }
  for (const file of waiting.values()) yield { path: file.path, chunks: contentOf(file) };
}

interface HeldContent {
  pieces: Uint8Array[];
  /** Why it could not be unpacked to its end. */
  error: TokentabError | null;
  /** The rest of a file that is too long to be held in memory. */
  rest: AsyncIterator<Uint8Array> | null;
}

interface HeldFile extends HeldContent {
  path: string;
  length: number;
}

/** The first bytes, or the error that prevents reading them. */
async function begin(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ start: Uint8Array; all: AsyncIterable<Uint8Array> } | { error: TokentabError }> {
  try {
    return await peekBytes(chunks, startLength);
  } catch (error) {
    return { error: asBadContent(error) };
  }
}

async function hold(path: string, chunks: AsyncIterable<Uint8Array>, most: number): Promise<HeldFile> {
  const file: HeldFile = { path, pieces: [], length: 0, error: null, rest: null };
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      file.pieces.push(next.value);
      file.length += next.value.length;
      if (file.length > most) return { ...file, rest: iterator };
    }
  } catch (error) {
    file.error = asBadContent(error);
  }
  return file;
}

/** Failures of the archive itself are the caller's to report. */
function asBadContent(error: unknown): TokentabError {
  if (error instanceof TokentabError && error.code === 'BadInput') return error;
  throw error;
}

async function* contentOf({ pieces, error, rest }: HeldContent): AsyncGenerator<Uint8Array> {
  for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) yield piece;
  if (error !== null) throw error;
  try {
    for (let next = await rest?.next(); next !== undefined && next.done !== true; next = await rest?.next())
      yield next.value;
  } finally {
    await rest?.return?.();
  }
}

function join(database: HeldFile, log: HeldFile): JoinedFile {
  async function* both(): AsyncGenerator<Uint8Array> {
    yield* contentOf(database);
    yield* contentOf(log);
  }
  return { path: database.path, chunks: both(), writeAheadLogAt: database.length };
}

/** Null for any other file. */
function halfOf(path: string, start: Uint8Array): 'database' | 'log' | 'index' | null {
  if (path.endsWith(indexEnding)) return 'index';
  if (path.endsWith(logEnding) && (start.length === 0 || isWriteAheadLog(start))) return 'log';
  return isDatabase(start) ? 'database' : null;
}

const otherOf = (path: string, half: 'database' | 'log'): string =>
  half === 'log' ? databaseOf(path) : path + logEnding;
