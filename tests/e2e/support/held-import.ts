import type { Page } from 'playwright';

interface HeldPage {
  letGo?: () => void;
}

/**
 * From now on the page's scan workers are told to read only so many times; what they are told after that waits. So an import
 * that is looked at while it runs cannot end before, however quick the machine is. Gives what lets it go on.
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
