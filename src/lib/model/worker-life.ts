/*
 * A worker that is closed, or killed by the browser, tells nobody: its page would wait for an answer for ever. So a worker
 * holds a Web Lock of a name of its own for as long as it lives, and its page waits for the same lock. Chromium and Firefox
 * free it within milliseconds.
 */

/** In the worker. False where the browser has no locks or refuses them: then its end cannot be noticed. */
export function holdWhileAlive(name: string): Promise<boolean> {
  // Missing outside a secure context.
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return Promise.resolve(false);
  return new Promise((resolve) => {
    const hold = (): Promise<never> => {
      resolve(true);
      return new Promise(() => undefined);
    };
    // Refused with a SecurityError where the user blocks all site data.
    locks.request(name, hold).catch(() => resolve(false));
  });
}

/** A worker that has not said by then that it lives never will: it died before its end could be noticed. */
const startMs = 30_000;

/** In the page: tells once when a worker is gone. */
export class WorkerLife {
  /** The lock to hold. */
  readonly name = `tokentab-worker-${crypto.randomUUID()}`;
  readonly #onDeath: (detail: string) => void;
  readonly #watch = new AbortController();
  readonly #timer = setTimeout(() => this.#tell('It never started.'), startMs);

  constructor(onDeath: (detail: string) => void) {
    this.#onDeath = onDeath;
  }

  /** The worker has said that it lives. */
  begin(isHeld: boolean): void {
    clearTimeout(this.#timer);
    const { signal } = this.#watch;
    if (!isHeld || signal.aborted) return;
    navigator.locks
      .request(this.name, { signal }, () => this.#tell('It ended without a word.'))
      .catch((error: unknown) => {
        // The worker got its lock where the page is refused: not seen in any browser.
        if (!signal.aborted) throw error;
      });
  }

  /** Nothing is told any more: to be called before the worker is ended on purpose. */
  end(): void {
    clearTimeout(this.#timer);
    this.#watch.abort();
  }

  #tell(detail: string): void {
    if (this.#watch.signal.aborted) return;
    this.end();
    this.#onDeath(detail);
  }
}
