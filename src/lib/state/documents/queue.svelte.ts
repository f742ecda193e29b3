import { asset } from '$app/paths';
import type { TokentabError } from '../../model/errors';
import type { DatabaseName } from '../../protocol/commands';
import { chosenDatabase, isTeamOpen } from '../../client/current';
import { call, connection } from '../database/connection.svelte';
import { newId } from '../database/ids';
import { asTokentabError } from '../shell/errors';

/** In milliseconds, after the queue failed. */
const retryMs = 30_000;
/** In milliseconds, after the page was opened, so that the user's work comes first. */
const tidyAfterMs = 15_000;

/**
 * Runs the queue in one tab at a time: the one that holds a Web Lock. When that tab is closed, another one takes over.
 * Its code is loaded when there is something to send.
 */
class Queue {
  /** Why this tab cannot run it; undefined if nothing is wrong. */
  error = $state.raw<TokentabError>();
  #runner: { check: () => Promise<void> } | undefined;
  #isWatching = false;
  #isAsking = false;
  #hasChanged = false;
  #stop = new AbortController();

  /** Call once the database is open. Runs until the tab is closed. */
  watch(): void {
    const database = chosenDatabase();
    // In memory, the rows of documents would be lost with the tab, but their files would stay. A team has none.
    if (database === 'memory' || isTeamOpen() || this.#isWatching) return;
    this.#isWatching = true;
    const check = () => void this.#check(database);
    connection.onChange((changed) => {
      if (changed.has('documents')) check();
    });
    // A page in the back/forward cache would keep the lock.
    addEventListener('pagehide', () => this.#stop.abort());
    addEventListener('pageshow', check);
    setTimeout(() => void tidy(database), tidyAfterMs);
    check();
  }

  async #check(database: DatabaseName): Promise<void> {
    this.#hasChanged = true;
    try {
      if (this.#runner !== undefined) await this.#runner.check();
      if (this.#isAsking) return;
      this.#isAsking = true;
      while (this.#hasChanged) {
        this.#hasChanged = false;
        const batches = await call('getBatches', null);
        if (batches.some(({ state }) => state === 'running')) await this.#run(database);
      }
      this.error = undefined;
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      this.error = asTokentabError(error);
      setTimeout(() => void this.#check(database), retryMs);
    } finally {
      this.#isAsking = false;
    }
  }

  async #run(database: DatabaseName): Promise<void> {
    if (this.#stop.signal.aborted) this.#stop = new AbortController();
    const { signal } = this.#stop;
    const { createRunner } = await import('./create-runner');
    await navigator.locks.request(`tokentab-queue-${database}`, { signal }, async () => {
      const runner = createRunner({ call, database, newId, callerPath: asset('/caller.js') }, signal);
      this.#runner = runner;
      try {
        await runner.run();
      } finally {
        this.#runner = undefined;
      }
    });
  }
}

/** Deletes contents that are too old, and completes what the user wants to have offline. */
async function tidy(database: DatabaseName): Promise<void> {
  try {
    const { tidyContents } = await import('../../documents/contents/keep-contents');
    await tidyContents(call, database);
    const { offlineReader } = await import('./offline-reader.svelte');
    await offlineReader.check();
  } catch (error) {
    // The rest of the app works without the queue, and the next tab tries again.
    queue.error = asTokentabError(error);
  }
}

export const queue = new Queue();
