import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../cache';
import { claudeCodeFile } from './claude-code';
import { codexFile } from './codex';
import { randomFrom } from './random';

/** A folder of logs generated from a seed. */
export interface Corpus {
  /** The folder that a user would choose. */
  folder: string;
  bytes: number;
  files: number;
  /** Its largest file. */
  largest: string;
}

/** One file of a corpus, the same for the same numbers. */
export interface CorpusFile {
  /** Relative to the corpus. */
  path: string;
  text: string;
}

const makers = { 'claude-code': claudeCodeFile, codex: codexFile };
const version = 1;

/** Creates a corpus of this many bytes, or reuses that of an earlier run. */
export async function ensureCorpus(kind: keyof typeof makers, bytes: number): Promise<Corpus> {
  const folder = join(cacheFolder, `${kind}-${Math.round(bytes / 1e6)}mb-v${version}`);
  const list = `${folder}.json`;
  const known = existsSync(list) ? (JSON.parse(await readFile(list, 'utf8')) as Corpus) : null;
  if (known !== null && (await sizeOf(folder)) === known.bytes) return known;
  console.log(`Making ${folder} …`);
  await rm(folder, { recursive: true, force: true });
  const corpus = await write(makers[kind], folder, bytes);
  await writeFile(list, JSON.stringify(corpus));
  return corpus;
}

async function write(
  make: (random: () => number, index: number) => CorpusFile,
  folder: string,
  bytes: number,
): Promise<Corpus> {
  const random = randomFrom(20_261_123);
  const corpus: Corpus = { folder, bytes: 0, files: 0, largest: '' };
  let largestBytes = 0;
  while (corpus.bytes < bytes) {
    const { path, text } = make(random, corpus.files);
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    // One byte per character, because the texts are ASCII.
    await writeFile(file, text, 'latin1');
    corpus.bytes += text.length;
    corpus.files += 1;
    if (text.length <= largestBytes) continue;
    largestBytes = text.length;
    corpus.largest = file;
  }
  return corpus;
}

async function sizeOf(folder: string): Promise<number> {
  if (!existsSync(folder)) return 0;
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}
