/*
 * When the browser kills a worker, or it closes itself, no event tells its page, which would wait for an answer
 * forever. So a worker holds a Web Lock with a unique name for as long as it lives, and its page waits for the same
 * lock. Chromium and Firefox release it within milliseconds.
 */

/**
 * Called in the worker. False when the browser has no locks or refuses them: then the page can't notice the worker's
 * death.
 */
export function holdWhileAlive(name: string): Promise<boolean> {
  // Undefined in an insecure context.
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return Promise.resolve(false);
  return new Promise((resolve) => {
    const hold = (): Promise<never> => {
      resolve(true);
      return new Promise(() => undefined);
    };
    // Rejects with a SecurityError when the user blocks all site data.
    locks.request(name, hold).catch(() => resolve(false));
  });
}

/** Start-up timeout in milliseconds: no `alive` message by now means that the worker died before it took its lock. */
const startMs = 30_000;

/** Used in the page: reports once when the worker has died. */
export class WorkerLife {
  /** The name of the lock that the worker must hold. */
  readonly name = `tokentab-worker-${crypto.randomUUID()}`;
  readonly #onDeath: (detail: string) => void;
  readonly #watch = new AbortController();
  readonly #timer = setTimeout(() => this.#tell('The worker never started.'), startMs);

  constructor(onDeath: (detail: string) => void) {
    this.#onDeath = onDeath;
  }

  /** Call when the worker's `alive` message has arrived. */
  begin(isHeld: boolean): void {
    clearTimeout(this.#timer);
    const { signal } = this.#watch;
    if (!isHeld || signal.aborted) return;
    navigator.locks
      .request(this.name, { signal }, () => this.#tell('The worker ended without an error.'))
      .catch((error: unknown) => {
        // The worker got the lock but the page was refused. No browser is known to do this.
        if (!signal.aborted) throw error;
      });
  }

  /** Stops reporting. Call before terminating the worker on purpose. */
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
