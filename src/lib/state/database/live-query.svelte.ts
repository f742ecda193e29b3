import { untrack } from 'svelte';
import type { TokentabError } from '../../model/errors';
import { connection } from './connection.svelte';
import { shareStructure } from './share-structure';
import { ReadTables } from './read-tables.svelte';
import type { Reader } from './reader';
import { asTokentabError } from '../shell/errors';

/**
 * The answer to a query, kept current. The query runs again when a table that it read changes (at most once per
 * frame), when the database has a new leader, when the page becomes visible again, and when state that `ask` reads
 * before its first `await` changes. `data` keeps the last answer until the next one arrives, and parts that are equal
 * in both stay the same objects. An answer that a later one overtook is dropped.
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

  /** Asks now. Settles when the newest answer is in `data`, even if that answers a later question. */
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
      this.#data = shareStructure(this.#data, data);
      this.#error = undefined;
    } catch (error) {
      if (run !== this.#runs) return;
      this.#error = asTokentabError(error);
    }
    this.#isLoading = false;
  }
}

/**
 * Must be called while a component (or an effect root) is being set up. `ask` must read only through the `read` it is
 * given, because its answers say which tables the query depends on.
 */
export function liveQuery<T>(ask: (read: Reader) => Promise<T>): LiveQuery<T> {
  return new LiveQuery(ask);
}
