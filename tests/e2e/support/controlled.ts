import type { Page } from 'playwright';

/** Waits until the service worker controls the page, which takes long on the first visit of a busy machine. */
export function controlled(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (navigator.serviceWorker.controller === null)
      await new Promise((resolve) => setTimeout(resolve, 20));
  });
}
