import type { Page } from 'playwright';

interface HeldPage {
  letGo?: () => void;
}

/**
 * Lets the page's scan workers read only a number of times and holds back later requests. So an import that is
 * observed while running can't end early, however fast the machine is. Returns a function that lets it continue.
 */
export async function holdImport(page: Page, { after }: { after: number }): Promise<() => Promise<void>> {
  await page.evaluate((after) => {
    let left = after;
    let waiting: (() => void)[] = [];
    window.Worker = class extends Worker {
      override postMessage(message: { kind?: string }): void {
        const send = () => super.postMessage(message);
        if (message.kind !== 'scan') send();
        else if (left > 0) {
          left -= 1;
          send();
        } else waiting.push(send);
      }
    };
    const letGo = () => {
      left = Number.POSITIVE_INFINITY;
      for (const send of waiting) send();
      waiting = [];
    };
    Object.assign(window, { letGo });
  }, after);
  return () => page.evaluate(() => (window as HeldPage).letGo?.());
}
