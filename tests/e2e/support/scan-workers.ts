import type { Page, Worker as PageWorker } from 'playwright';

interface HeldPage {
  /** Reports a held request; removed once it has been called. */
  sayHeld?: () => void;
  /** The worker's own name. */
  heldWorker?: string;
}

/**
 * Makes the page's first requests to read `bad.jsonl` wait until `dieWhileReading` has prepared the worker. So it
 * dies in the middle of the file, however fast it is.
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

/** Waits until a request is held back, and returns that worker. */
export async function heldWorker(page: Page): Promise<PageWorker> {
  const name = await page
    .waitForFunction(() => (window as unknown as HeldPage).heldWorker)
    .then((handle) => handle.jsonValue());
  // The browser may notify Playwright of the worker only after the page.
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

/** Makes the worker close itself as soon as it reads the bad file: a real death, without any event. */
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

/** Closes the worker from inside. */
export async function closeItself(worker: PageWorker): Promise<void> {
  const death = worker.waitForEvent('close');
  // Its answer dies with it.
  await worker.evaluate(() => self.close()).catch(() => undefined);
  await death;
}
