import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright';
import { keepWorker } from '../e2e/support/ask-worker';
import { launchOptions } from '../e2e/support/browser';
import { cacheFolder } from './cache';

interface BenchWindow {
  benchLongTasks: number[];
  benchBeganAt: number;
  benchDone: Promise<number>;
}

/**
 * Runs `work` in a browser with its own profile on disk, because OPFS in Playwright's usual contexts is in memory.
 */
export async function inBrowser<Result>(
  url: string,
  work: (page: Page, context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const profile = await mkdtemp(join(cacheFolder, 'profile-'));
  try {
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions(),
      baseURL: url,
      timezoneId: 'UTC',
    });
    try {
      await context.addInitScript(watch);
      await keepWorker(context);
      return await work(context.pages()[0] ?? (await context.newPage()), context);
    } finally {
      await context.close();
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Opens a page of the built site and waits until its database is open. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() => 'tokentab' in window);
  await page.evaluate(() => window.tokentab.ready);
  // In a new profile, installing the app would take a third of the processor's time during an import.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
}

/**
 * Imports a folder on the import page and waits for the visible result.
 * @returns milliseconds since the browser handed over the list of files
 */
export async function importFolder(page: Page, folder: string): Promise<number> {
  await openPage(page, '/import');
  await page.evaluate(() => {
    const seen = '[data-testid=import-result]';
    const bench = window as unknown as BenchWindow;
    bench.benchDone = new Promise((resolve) => {
      const begin = (): void => {
        bench.benchLongTasks = [];
        const beganAt = (bench.benchBeganAt = performance.now());
        const observer = new MutationObserver(() => {
          if (document.querySelector(seen) === null) return;
          observer.disconnect();
          resolve(performance.now() - beganAt);
        });
        observer.observe(document.body, { childList: true, subtree: true });
      };
      addEventListener('change', begin, { capture: true, once: true });
    });
  });
  await page.locator('input[type=file][webkitdirectory]').setInputFiles(folder);
  return page.evaluate(() => (window as unknown as BenchWindow).benchDone);
}

/** Milliseconds of the longest main-thread task since the import began; 0 if none took over 50. */
export function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...(window as unknown as BenchWindow).benchLongTasks));
}

/** Runs in every page before its own scripts and records long tasks. */
function watch(): void {
  const bench = window as unknown as BenchWindow;
  bench.benchLongTasks = [];
  bench.benchBeganAt = 0;
  new PerformanceObserver((list) => {
    // The browser builds the list of files in the same task; only the time after that counts.
    for (const { startTime, duration } of list.getEntries())
      bench.benchLongTasks.push(Math.min(duration, startTime + duration - bench.benchBeganAt));
  }).observe({ type: 'longtask' });
}
