import { readFile } from 'node:fs/promises';
import type { BrowserContext } from 'playwright';
import { importFolder, inBrowser } from './browser';
import { ensureCorpus } from './corpora/corpus';
import type { BenchOptions } from './options';
import { megabytes, type Row } from './table';

const sampleEvery = 100;

/**
 * The page and its workers while they import a large folder and, for comparison, a quarter of it: memory must not
 * grow with the folder.
 */
export async function memoryRows(url: string, { scale, runs }: BenchOptions): Promise<Row[]> {
  const [large, small] = [2_000e6 * scale, 500e6 * scale];
  const name = `Peak memory of an import of ${megabytes(large)}`;
  const peaks = { large: [] as number[], small: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    for (const [size, bytes] of [['large', large] as const, ['small', small] as const]) {
      const { folder } = await ensureCorpus('claude-code', bytes);
      const peak = await peakOf(url, folder);
      if (peak === null) return [{ name, ours: 'not measured: this system has no /proc', peer: '–' }];
      peaks[size].push(peak);
    }
  }
  // The largest value, not the median, because it must not be exceeded.
  const [peak, smaller] = [Math.max(...peaks.large), Math.max(...peaks.small)];
  const note = `${megabytes(small)}: ${megabytes(smaller)}; largest of ${peaks.large.length} runs`;
  return [{ name, ours: megabytes(peak), peer: '–', note }];
}

async function peakOf(url: string, folder: string): Promise<number | null> {
  return inBrowser(url, async (page, context) => {
    // Open the page first, so that its process exists.
    await page.goto('/import');
    const pids = await rendererPids(context);
    if ((await memoryOf(pids)) === 0) return null;
    const state = { isDone: false, peak: 0 };
    const sampling = (async () => {
      while (!state.isDone) {
        state.peak = Math.max(state.peak, await memoryOf(pids));
        await new Promise((resolve) => setTimeout(resolve, sampleEvery));
      }
    })();
    await importFolder(page, folder);
    state.isDone = true;
    await sampling;
    return state.peak;
  });
}

async function rendererPids(context: BrowserContext): Promise<number[]> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This Playwright gives a persistent context no browser.');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/**
 * The proportional set size in bytes, which counts shared memory in part, of the largest renderer: the page with all
 * its workers. The other renderers are empty pages that the browser keeps in reserve. 0 without /proc.
 */
async function memoryOf(pids: readonly number[]): Promise<number> {
  let largest = 0;
  for (const pid of pids) {
    // A spare renderer may end at any time.
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    largest = Math.max(largest, Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024);
  }
  return largest;
}
