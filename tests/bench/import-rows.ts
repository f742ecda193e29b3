import { appendFile, stat, truncate, utimes } from 'node:fs/promises';
import { askWorker } from '../e2e/support/ask-worker';
import { importFolder, inBrowser, longestTask } from './browser';
import { ensureCorpus, type Corpus } from './corpora/corpus';
import { claudeCodeFile } from './corpora/claude-code';
import { randomFrom } from './corpora/random';
import { findCcusage } from './ccusage';
import { median } from './median';
import type { BenchOptions } from './options';
import { megabytes, seconds, type Row } from './table';

/**
 * A first import, the same again, and again after the largest file has grown, in this order, with a new profile for
 * each run.
 */
export async function importRows(url: string, { scale, runs }: BenchOptions): Promise<Row[]> {
  const corpus = await ensureCorpus('claude-code', 500e6 * scale);
  const peer = await findCcusage();
  const [first, again, grown, longest, theirs]: number[][] = [[], [], [], [], []];
  let events = 0;
  for (let run = 0; run < runs; run += 1) {
    await inBrowser(url, async (page) => {
      first?.push(await importFolder(page, corpus.folder));
      longest?.push(await longestTask(page));
      again?.push(await importFolder(page, corpus.folder));
      grown?.push(await withGrowth(corpus, () => importFolder(page, corpus.folder)));
      events = (await askWorker(page, 'getImports')).at(-1)?.eventsAdded ?? 0;
    });
    if (peer.run !== undefined) theirs?.push(await peer.run('claude', corpus.folder));
  }
  const ours = median(first ?? []);
  const peerTime = median(theirs ?? []);
  const beside = { peer: peer.run ? `${seconds(peerTime)} (${peer.name})` : peer.name };
  const ratio = (time: number) => (peer.run ? { ratio: time / peerTime } : {});
  const size = `${megabytes(corpus.bytes)}, ${corpus.files} files`;
  const row = (name: string, times: number[] | undefined): Row => {
    const time = median(times ?? []);
    return { name, ours: seconds(time), ...beside, ...ratio(time) };
  };
  return [
    {
      ...row(`First import, Claude Code (${size}, ${events} responses)`, first),
      note: `${Math.round(corpus.bytes / 1e6 / (ours / 1000))} MB/s`,
    },
    { ...row('The same folder again, unchanged', again), note: 'ccusage keeps nothing and reads all again' },
    { ...row('Again after one file has grown by 1 %', grown), note: 'the largest file' },
    {
      name: 'Longest main-thread task during the first import',
      ours: longestWords(median(longest ?? [])),
      peer: '–',
    },
  ];
}

export async function codexRows(url: string, { scale, runs }: BenchOptions): Promise<Row[]> {
  const corpus = await ensureCorpus('codex', 200e6 * scale);
  const peer = await findCcusage();
  const times: number[] = [];
  const theirs: number[] = [];
  let events = 0;
  for (let run = 0; run < runs; run += 1) {
    await inBrowser(url, async (page) => {
      times.push(await importFolder(page, corpus.folder));
      events = (await askWorker(page, 'getImports'))[0]?.eventsAdded ?? 0;
    });
    if (peer.run !== undefined) theirs.push(await peer.run('codex', corpus.folder));
  }
  const name = `First import, Codex (${megabytes(corpus.bytes)}, ${corpus.files} files, ${events} steps)`;
  const speed = `${Math.round(corpus.bytes / 1e6 / (median(times) / 1000))} MB/s`;
  const ours = seconds(median(times));
  if (peer.run === undefined) return [{ name, ours, peer: peer.name, note: speed }];
  const peerTime = median(theirs);
  const ratio = median(times) / peerTime;
  return [{ name, ours, peer: `${seconds(peerTime)} (${peer.name})`, ratio, note: speed }];
}

/** Makes the largest file grow by 1 % while `work` runs, and restores it. */
async function withGrowth(corpus: Corpus, work: () => Promise<number>): Promise<number> {
  const { size, atime, mtime } = await stat(corpus.largest);
  const random = randomFrom(size);
  let more = '';
  while (more.length < size / 100) more += claudeCodeFile(random, 0).text;
  // Whole lines, at least 1 % of the file.
  await appendFile(corpus.largest, more.slice(0, more.indexOf('\n', size / 100) + 1), 'latin1');
  try {
    return await work();
  } finally {
    await truncate(corpus.largest, size);
    await utimes(corpus.largest, atime, mtime);
  }
}

function longestWords(milliseconds: number): string {
  return milliseconds === 0 ? 'none over 50 ms' : `${Math.round(milliseconds)} ms`;
}
