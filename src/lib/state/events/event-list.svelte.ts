import { untrack } from 'svelte';
import type { TokentabError } from '../../model/errors';
import type { StoredUsageEvent, UsageEventKey, UsageEventPage } from '../../model/usage-event-page';
import type { UsageEventQuery } from '../../protocol/commands';
import { call, connection } from '../database/connection.svelte';
import { ReadTables } from '../database/read-tables.svelte';
import { asTokentabError } from '../shell/errors';

const pageSize = 200;

/** Which events to list: their days and filters. */
export type EventFilter = Omit<UsageEventQuery, 'after' | 'limit'>;

/**
 * The events of some days, newest first, loaded page by page as far as the user has scrolled. When usage changes, the
 * loaded part is read again, to the same length.
 */
export class EventList {
  events = $state.raw<readonly StoredUsageEvent[]>([]);
  error = $state.raw<TokentabError>();
  /** Undefined before the first page is read; null after the last one. */
  #next: UsageEventKey | null | undefined;
  isLoaded = $state(false);
  #filter: EventFilter | undefined;
  #run = 0;
  #isReading = false;
  readonly #tables = new ReadTables();

  /** Must be called while a component is being set up. */
  constructor(filter: () => EventFilter) {
    $effect(() => {
      if (connection.epoch === '') return;
      void this.#tables.version;
      const asked = filter();
      const isSame = JSON.stringify(asked) === JSON.stringify(this.#filter);
      this.#filter = asked;
      // Untracked: a page that arrives must not trigger another read.
      const known = untrack(() => this.events.length);
      void this.#readFromStart(isSame ? known : pageSize);
    });
  }

  async more(): Promise<void> {
    if (this.#isReading || this.#next === null || this.#next === undefined) return;
    await this.#read(this.#run, this.#next, [...this.events], 1);
  }

  /** Reads everything again that is shown. */
  async refresh(): Promise<void> {
    await this.#readFromStart(this.events.length);
  }

  async #readFromStart(count: number): Promise<void> {
    this.#run += 1;
    await this.#read(this.#run, null, [], Math.max(1, Math.ceil(count / pageSize)));
  }

  async #read(
    run: number,
    from: UsageEventKey | null,
    known: StoredUsageEvent[],
    pages: number,
  ): Promise<void> {
    if (this.#filter === undefined) return;
    this.#isReading = true;
    try {
      let after = from;
      for (let page = 0; page < pages && (page === 0 || after !== null); page += 1) {
        const answer = await this.#tables.read('getUsageEvents', { ...this.#filter, after, limit: pageSize });
        // A later question is under way, so this answer is outdated.
        if (run !== this.#run) return;
        known.push(...answer.events);
        after = answer.next;
      }
      this.events = known;
      this.#next = after;
      this.error = undefined;
    } catch (error) {
      if (run === this.#run) this.error = asTokentabError(error);
    } finally {
      if (run === this.#run) {
        this.#isReading = false;
        this.isLoaded = true;
      }
    }
  }
}

/** All events, page by page, newest first. */
export async function* allEvents(filter: EventFilter): AsyncGenerator<readonly StoredUsageEvent[]> {
  let after: UsageEventKey | null = null;
  do {
    const page: UsageEventPage = await call('getUsageEvents', { ...filter, after, limit: 1000 });
    yield page.events;
    after = page.next;
  } while (after !== null);
}
