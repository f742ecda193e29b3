import { TokentabError } from '../../model/errors';
import { peekBytes } from '../../sources/reading/peek';
import { UnpackBudget, unpackLimits, type UnpackLimits } from './unpack-budget';
import { unpackGzip } from './unpack-gzip';
import { isTar, unpackTar } from './unpack-tar';
import { unpackZip } from './unpack-zip';
import { unpackZstd } from './unpack-zstd';

export interface UnpackedFile {
  /** The file's own path; of a file in an archive, the archive's path and its own with `/` between them. */
  path: string;
  /** Rejects with `BadInput` where the content is broken, encrypted, cut off or over the bounds. */
  chunks: AsyncIterable<Uint8Array>;
}

/** Archives in archives: a ZIP of gzipped logs, but no more. */
const deepest = 2;
/** A tar archive only puts files in a row: packed logs in one that is packed itself are as deep as in a ZIP. */
const depthOfTar = 0.5;

/**
 * A file as what is in it: of a ZIP its files, of a gzip file its content, and any other file as it is. What a file is
 * is seen by its first bytes, never by its name. A file's chunks must be read (or left) before the next file is asked for.
 * What cannot be unpacked is told to `problem`, with the path, unless someone is reading it: then its chunks reject.
 */
export async function* unpack(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  problem: (reason: string, path: string) => void,
  limits: Partial<UnpackLimits> = {},
): AsyncGenerator<UnpackedFile> {
  const budget = new UnpackBudget({ ...unpackLimits, ...limits });
  yield* open({ path, chunks: counted(chunks, (length) => budget.takePacked(length)) }, 0, budget, problem);
}

/** Enough to see what a file is. */
const headBytes = 512;

/** What the first bytes of a file say. */
export function archiveKind(start: Uint8Array): 'zip' | 'tar' | 'gzip' | 'zstd' | null {
  const [first, second, third, fourth] = start;
  if (first === 0x1f && second === 0x8b) return 'gzip';
  if (first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd) return 'zstd';
  if (isTar(start)) return 'tar';
  // An empty archive begins with the record of its end.
  const isZip = first === 0x50 && second === 0x4b;
  return isZip && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6)) ? 'zip' : null;
}

async function* open(
  file: UnpackedFile,
  depth: number,
  budget: UnpackBudget,
  problem: (reason: string, path: string) => void,
): AsyncGenerator<UnpackedFile> {
  try {
    const { start, all } = await peekBytes(file.chunks, headBytes);
    const kind = archiveKind(start);
    if (kind === null) yield { path: file.path, chunks: all };
    else if (depth > deepest || (depth === deepest && kind !== 'tar'))
      problem('The archive lies too deep in other archives.', file.path);
    else if (kind === 'tar')
      yield* openAll(file.path, unpackTar(all, budget), depth + depthOfTar, budget, problem);
    else if (kind === 'zip') yield* openAll(file.path, unpackZip(all, budget), depth + 1, budget, problem);
    else {
      const content = counted(kind === 'gzip' ? unpackGzip(all, budget) : unpackZstd(all), (length) =>
        budget.takeUnpacked(length),
      );
      yield* open({ path: withoutEnding(file.path), chunks: content }, depth + 1, budget, problem);
    }
  } catch (error) {
    // Only what is wrong with the archive: that the file cannot be read at all is not for here.
    if (!(error instanceof TokentabError) || error.code !== 'BadInput') throw error;
    problem(error.message, file.path);
  }
}

/** The files of an archive, and what is packed in them. */
async function* openAll(
  archive: string,
  entries: AsyncIterable<{ name: string; chunks: AsyncIterable<Uint8Array> }>,
  depth: number,
  budget: UnpackBudget,
  problem: (reason: string, path: string) => void,
): AsyncGenerator<UnpackedFile> {
  for await (const { name, chunks } of entries) {
    const inner = safePath(name);
    if (inner !== null) yield* open({ path: `${archive}/${inner}`, chunks }, depth, budget, problem);
  }
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  count: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count(chunk.length);
    yield chunk;
  }
}

function withoutEnding(path: string): string {
  return path.replace(/\.(?:gz|gzip|zstd?)$/i, '').replace(/\.tgz$/i, '.tar');
}

/** A path to show: nothing is ever written there. Null for what systems add to archives. */
function safePath(name: string): string | null {
  const parts = name.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  if (parts[0] === '__MACOSX' || parts.at(-1) === '.DS_Store') return null;
  return parts.length === 0 ? 'unnamed' : parts.join('/');
}
