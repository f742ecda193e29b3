import type { Page, Worker as PageWorker } from 'playwright';

interface HeldPage {
  /** Says what was held back; gone once it was said. */
  sayHeld?: () => void;
  /** Its own name. */
  heldWorker?: string;
}

/**
 * From now on the page's first so many orders to read `bad.jsonl` wait until `dieWhileReading` has prepared the worker: so
 * its death comes in the midst of the file, however quick it is.
 */
export async function holdScanWorkers(page: Page, times: number): Promise<void> {
  await page.evaluate((times) => {
    let left = times;
    let workers = 0;
    const isHeld = ({ requests = [] }: { requests?: { path: string }[] }) =>
      requests.some(({ path }) => path.endsWith('bad.jsonl'));
    window.Worker = class extends Worker {
      readonly #name: string;
      constructor(url: string | URL, options?: WorkerOptions) {
        const name = `${options?.name ?? ''}-${(workers += 1)}`;
        super(url, { ...options, name });
        this.#name = name;
      }
      override postMessage(message: object): void {
        if (left === 0 || !isHeld(message)) {
          super.postMessage(message);
          return;
        }
        left -= 1;
        const sayHeld = () => super.postMessage(message);
        Object.assign(window, { sayHeld, heldWorker: this.#name });
      }
    };
  }, times);
}

/** Waits until an order is held back, and gives that worker. */
export async function heldWorker(page: Page): Promise<PageWorker> {
  const name = await page
    .waitForFunction(() => (window as unknown as HeldPage).heldWorker)
    .then((handle) => handle.jsonValue());
  // The browser may tell Playwright of it only after the page.
  for (;;) {
    const told = page.waitForEvent('worker');
    told.catch(() => undefined);
    for (const worker of page.workers()) {
      const its = await worker.evaluate(() => self.name).catch(() => 'ended meanwhile');
      if (its === name) return worker;
    }
    await told;
  }
}

/** It closes itself, as soon as it reads the bad file: a real death, of which no event tells. */
export async function dieWhileReading(page: Page, worker: PageWorker): Promise<void> {
  await worker.evaluate(() => {
    Blob.prototype.arrayBuffer = () => {
      self.close();
      return new Promise(() => undefined);
    };
  });
  const death = worker.waitForEvent('close');
  await page.evaluate(() => {
    const held = window as unknown as HeldPage;
    const { sayHeld } = held;
    delete held.sayHeld;
    delete held.heldWorker;
    sayHeld?.();
  });
  await death;
}

/** Ends it for real, from inside. */
export async function closeItself(worker: PageWorker): Promise<void> {
  const death = worker.waitForEvent('close');
  // The answer dies with it.
  await worker.evaluate(() => self.close()).catch(() => undefined);
  await death;
}
