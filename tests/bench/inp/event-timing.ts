import type { Page } from 'playwright';

interface Entry extends PerformanceEntry {
  interactionId: number;
}

interface TimedWindow {
  noted: { id: number; duration: number }[];
  counted: number;
  performance: { interactionCount: number };
}

/** Makes the page record how long it takes to respond. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const timed = window as unknown as TimedWindow;
    timed.noted = [];
    timed.counted = timed.performance.interactionCount;
    const observer = new PerformanceObserver((list) => {
      for (const { interactionId: id, duration } of list.getEntries() as Entry[])
        if (id > 0) timed.noted.push({ id, duration });
    });
    // The smallest duration that the browser reports.
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/**
 * Milliseconds from the input to the frame that responds to it, for each press, click or tap since the last call. Of
 * the events of one interaction (pointer down, up, click) the slowest counts, as in INP. The browser rounds to 8 ms
 * and doesn't report those under 16; they count as 8 here.
 */
export function takeInteractions(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const timed = window as unknown as TimedWindow;
    // An event's duration is reported after the frame that responds to it.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
    const slowest = new Map<number, number>();
    for (const { id, duration } of timed.noted) slowest.set(id, Math.max(duration, slowest.get(id) ?? 0));
    const count = timed.performance.interactionCount - timed.counted;
    timed.noted = [];
    timed.counted += count;
    const quick = new Array<number>(Math.max(0, count - slowest.size)).fill(8);
    return [...slowest.values(), ...quick];
  });
}

/** Pauses like a user between two actions: until the page is idle, and a little longer. */
export async function pause(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 100), { timeout: 3000 })),
  );
}
