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

/** Milliseconds. The aim is 50, which a quiet machine keeps; a busy one is no defect, but this long no machine is that busy. */
export const tooLong = 250;

/** Says the longest in the report and gives it, in milliseconds; 0 where none was over 50. */
export async function tellLongestTask(page: Page, during: string): Promise<number> {
  const durations = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  const longest = Math.round(Math.max(0, ...durations));
  const words = `${during}: ${durations.length} tasks over 50 ms, the longest ${longest} ms`;
  test.info().annotations.push({ type: 'long tasks', description: words });
  console.info(words);
  return longest;
}
