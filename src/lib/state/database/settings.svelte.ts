import type { DisplayCurrency } from '../../model/display-currency';
import type { Settings } from '../../protocol/commands';
import { liveQuery, type LiveQuery } from './live-query.svelte';
import { today } from './today.svelte';

/** The settings of the open database. Until they are loaded, the browser's time zone is used. */
class AppSettings {
  #query = $state.raw<LiveQuery<Settings>>();
  #currency = $state.raw<LiveQuery<DisplayCurrency | null>>();
  // Derived once, because every link to a month needs it.
  #today = $derived(today(this.timeZone));

  /** Called once by the root layout, while it is set up. */
  start(): void {
    this.#query = liveQuery((read) => read('getSettings'));
    this.#currency = liveQuery((read) => read('getDisplayCurrency'));
  }

  get current(): Settings | undefined {
    return this.#query?.data;
  }

  /** Null if costs are shown in dollars. */
  get currency(): DisplayCurrency | null {
    return this.#currency?.data ?? null;
  }

  get timeZone(): string {
    return this.current?.reportingTimeZone ?? browserTimeZone();
  }

  /** Today's civil date, in the reporting time zone. */
  get today(): string {
    return this.#today;
  }
}

export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export const settings = new AppSettings();
