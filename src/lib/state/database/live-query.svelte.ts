import { untrack } from 'svelte';
import type { TokentabError } from '../../model/errors';
import { connection } from './connection.svelte';
import { keepEqual } from './keep-equal';
import { ReadTables } from './read-tables.svelte';
import type { Reader } from './reader';
import { asTokentabError } from '../shell/errors';

/**
 * The answer to a query, kept current: it runs again when a table that it read changes (at most once a frame), when the
 * database has a new leader, when the page comes back into view, and when state that `ask` reads before its first
 * await changes. The last answer stays in `data` until the next one is there, and its parts stay the same objects where
 * the next one says the same; an answer that was overtaken is dropped.
 */
export class LiveQuery<T> {
  #data = $state.raw<T>();
  #error = $state.raw<TokentabError>();
  #isLoading = $state(true);
  #runs = 0;
  #latest: Promise<void> = Promise.resolve();
  readonly #ask: () => Promise<T>;

  constructor(ask: (read: Reader) => Promise<T>) {
    const tables = new ReadTables();
    this.#ask = () => ask(tables.read);
    $effect(() => {
      if (connection.epoch === '') return;
      void tables.version;
      this.#start(this.#ask());
    });
  }

  get data(): T | undefined {
    return this.#data;
  }

  get error(): TokentabError | undefined {
    return this.#error;
  }

  get isLoading(): boolean {
    return this.#isLoading;
  }

  /** Asks now; settles when the newest answer is in `data`, also when that is an answer to a later question. */
  async refresh(): Promise<void> {
    this.#start(untrack(this.#ask));
    let seen: Promise<void>;
    do {
      seen = this.#latest;
      await seen;
    } while (seen !== this.#latest);
  }

  #start(answer: Promise<T>): void {
    this.#latest = this.#take(answer);
  }

  async #take(answer: Promise<T>): Promise<void> {
    const run = ++this.#runs;
    this.#isLoading = true;
    try {
      const data = await answer;
      if (run !== this.#runs) return;
      this.#data = keepEqual(this.#data, data);
      this.#error = undefined;
    } catch (error) {
      if (run !== this.#runs) return;
      this.#error = asTokentabError(error);
    }
    this.#isLoading = false;
  }
}

/**
 * Must be called while a component (or an effect root) is being set up. `ask` reads by what it is given, since only
 * those answers tell what they depend on.
 */
export function liveQuery<T>(ask: (read: Reader) => Promise<T>): LiveQuery<T> {
  return new LiveQuery(ask);
}
