import type { Page } from 'playwright';
import { test } from 'playwright/test';

/** Makes the page record main-thread tasks over 50 ms, the time within which an app should respond. */
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

/** Prints the longest task in the report. Never asserts it: a busy machine must not fail a test. */
export async function tellLongestTask(page: Page, during: string): Promise<void> {
  const durations = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  const longest = Math.round(Math.max(0, ...durations));
  const words = `${during}: ${durations.length} tasks over 50 ms, the longest ${longest} ms`;
  test.info().annotations.push({ type: 'long tasks', description: words });
  console.info(words);
}
