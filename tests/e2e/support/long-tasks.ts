import type { Page } from 'playwright';
import { test } from 'playwright/test';

/** From now on the page notes tasks of its main thread over 50 ms, which is the time in which an app should answer. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(window, { longTasks: durations });
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) durations.push(entry.duration);
    });
    observer.observe({ type: 'longtask' });
  });
}

/** Says the longest in the report; never asserted: a busy machine is no defect. */
export async function tellLongestTask(page: Page, during: string): Promise<void> {
  const durations = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  const longest = Math.round(Math.max(0, ...durations));
  const words = `${during}: ${durations.length} tasks over 50 ms, the longest ${longest} ms`;
  test.info().annotations.push({ type: 'long tasks', description: words });
  console.info(words);
}
