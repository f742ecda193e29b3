import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright';
import { askWorker, keepWorker } from '../e2e/support/ask-worker';
import { launchOptions } from '../e2e/support/browser';
import { importFolder } from './browser';
import { cacheFolder } from './cache';
import { ensureCorpus } from './corpora/corpus';
import { categories, findLighthouse, type Scores } from './lighthouse';
import { median } from './median';
import type { BenchOptions } from './options';
import { megabytes, type Row } from './table';

/** The month page with data, in a newly started browser: an earlier tab would share its process and its load. */
export async function lighthouseRows(url: string, { scale, runs }: BenchOptions): Promise<Row[]> {
  const corpus = await ensureCorpus('claude-code', 20e6 * scale);
  const lighthouse = await findLighthouse();
  const name = `Lighthouse, the month page with ${megabytes(corpus.bytes)} imported`;
  if (lighthouse === null) return [{ name, ours: 'not measured: not installable here', peer: '–' }];
  const profile = await mkdtemp(join(cacheFolder, 'profile-'));
  try {
    const month = await withData(profile, url, corpus.folder);
    const rows: Row[] = [];
    for (const [preset, isDesktop] of [
      ['desktop', true] as const,
      ['phone, CPU 4x slower', false] as const,
    ]) {
      const scores: Scores[] = [];
      for (let run = 0; run < runs; run += 1) {
        const context = await launch(profile, url);
        try {
          // The browser chose its own port and wrote it here.
          const [port = ''] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
          scores.push(await lighthouse.run(`${url}/?month=${month}`, port, isDesktop));
        } finally {
          await context.close();
        }
      }
      rows.push({ ...toRow(scores), name: `${name}: ${preset}`, peer: `– (${lighthouse.name})` });
    }
    return rows;
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function launch(profile: string, url: string): Promise<BrowserContext> {
  const { args = [], ...options } = launchOptions();
  return chromium.launchPersistentContext(profile, {
    ...options,
    args: [...args, '--remote-debugging-port=0'],
    baseURL: url,
    timezoneId: 'UTC',
  });
}

/** @returns the last month with usage */
async function withData(profile: string, url: string, folder: string): Promise<string> {
  const context = await launch(profile, url);
  try {
    await keepWorker(context);
    const page = await context.newPage();
    await importFolder(page, folder);
    await page.evaluate(() => navigator.serviceWorker.ready);
    return (await askWorker(page, 'getUsageMonths')).at(-1) ?? '';
  } finally {
    await context.close();
  }
}

function toRow(scores: readonly Scores[]): Omit<Row, 'name' | 'peer'> {
  const of = (category: (typeof categories)[number]) => scores.map((score) => score[category]);
  const performance = of('performance');
  const others = categories.filter((category) => category !== 'performance');
  return {
    ours: categories.map((category) => median(of(category))).join(' / '),
    note: `${categories.join(', ')}; performance ${Math.min(...performance)} to ${Math.max(...performance)}, the others at least ${Math.min(...others.flatMap(of))}, ${scores.length} runs`,
  };
}
