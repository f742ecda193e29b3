import type { Problem } from '../../model/problem';
import { TokentabError } from '../../model/errors';
import { peekBytes } from '../../sources/reading/peek';
import { UnpackBudget, unpackLimits, type UnpackLimits } from './unpack-budget';
import { unpackGzip } from './unpack-gzip';
import { isTar, unpackTar } from './unpack-tar';
import { unpackZip } from './unpack-zip';
import { unpackZstd } from './unpack-zstd';

export interface UnpackedFile {
  /** The file's path; for a file in an archive, the archive's path and its own, joined with `/`. */
  path: string;
  /** Rejects with `BadInput` if the content is broken, encrypted, truncated or exceeds the limits. */
  chunks: AsyncIterable<Uint8Array>;
}

/** Archives within archives: a ZIP of gzipped logs, but nothing deeper. */
const deepest = 2;
/** A tar archive doesn't compress, so packed logs in a packed tar archive are only as deep as in a ZIP. */
const depthOfTar = 0.5;

/**
 * Yields the content of a file: the files of an archive, the content of a gzip file, or any other file unchanged. The
 * kind is detected by the first bytes, never by the name. A file's chunks must be read or abandoned before the next
 * file is requested. Errors are passed to `problem` with the path, or reject the chunks if the file is being read.
 */
export async function* unpack(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  problem: (reason: Problem, path: string) => void,
  limits: Partial<UnpackLimits> = {},
): AsyncGenerator<UnpackedFile> {
  const budget = new UnpackBudget({ ...unpackLimits, ...limits });
  yield* open({ path, chunks: counted(chunks, (length) => budget.takePacked(length)) }, 0, budget, problem);
}

/** Enough bytes to recognize the kind of a file. */
const headBytes = 512;

/** The kind of archive, by the first bytes of a file. */
export function archiveKind(start: Uint8Array): 'zip' | 'tar' | 'gzip' | 'zstd' | null {
  const [first, second, third, fourth] = start;
  if (first === 0x1f && second === 0x8b) return 'gzip';
  if (first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd) return 'zstd';
  if (isTar(start)) return 'tar';
  // An empty archive begins with its end record.
  const isZip = first === 0x50 && second === 0x4b;
  return isZip && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6)) ? 'zip' : null;
}

async function* open(
  file: UnpackedFile,
  depth: number,
  budget: UnpackBudget,
  problem: (reason: Problem, path: string) => void,
): AsyncGenerator<UnpackedFile> {
  try {
    const { start, all } = await peekBytes(file.chunks, headBytes);
    const kind = archiveKind(start);
    if (kind === null) yield { path: file.path, chunks: all };
    else if (depth > deepest || (depth === deepest && kind !== 'tar')) problem('archive-too-deep', file.path);
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
    // Only problems of the archive: failing to read the file itself is the caller's to report.
    if (!(error instanceof TokentabError) || error.code !== 'BadInput') throw error;
    problem(error.problem, file.path);
  }
}

/** The files of an archive, with nested archives unpacked. */
async function* openAll(
  archive: string,
  entries: AsyncIterable<{ name: string; chunks: AsyncIterable<Uint8Array> }>,
  depth: number,
  budget: UnpackBudget,
  problem: (reason: Problem, path: string) => void,
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

/** A path for display; nothing is ever written there. Null for files that operating systems add to archives. */
function safePath(name: string): string | null {
  const parts = name.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  if (parts[0] === '__MACOSX' || parts.at(-1) === '.DS_Store') return null;
  return parts.length === 0 ? 'unnamed' : parts.join('/');
}
