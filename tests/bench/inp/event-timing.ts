import type { Page } from 'playwright';

interface Entry extends PerformanceEntry {
  interactionId: number;
}

interface TimedWindow {
  noted: { id: number; duration: number }[];
  counted: number;
  performance: { interactionCount: number };
}

/** From now on the page notes how long it takes to answer. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const timed = window as unknown as TimedWindow;
    timed.noted = [];
    timed.counted = timed.performance.interactionCount;
    const observer = new PerformanceObserver((list) => {
      for (const { interactionId: id, duration } of list.getEntries() as Entry[])
        if (id > 0) timed.noted.push({ id, duration });
    });
    // The smallest that the browser tells.
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/**
 * Milliseconds from the hand to the frame that answers it, of each press, click or tap since the last call. Of the events
 * of one (pointer down, up, click) the slowest counts, as it does for INP. The browser rounds to 8 ms, and only counts
 * those under 16: here they are 8.
 */
export function takeInteractions(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const timed = window as unknown as TimedWindow;
    // An event's duration is told after the frame that answers it.
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

/** The pause of a person before the next thing: until the page has nothing to do, and a little longer. */
export async function pause(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 100), { timeout: 3000 })),
  );
}
