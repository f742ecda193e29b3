import { activeWarnings, type BudgetWarning } from '../../model/budget';
import { call } from '../database/connection.svelte';
import { liveQuery, type LiveQuery } from '../database/live-query.svelte';

/**
 * Checks after every change whether a budget's threshold was crossed. Every tab checks; the database returns a
 * warning to the first one, and that tab shows the notification.
 */
class BudgetWatch {
  #warnings = $state.raw<LiveQuery<BudgetWarning[]>>();
  /** Undismissed warnings, newest first. */
  readonly open = $derived(activeWarnings(this.#warnings?.data ?? []));

  get all(): readonly BudgetWarning[] | undefined {
    return this.#warnings?.data;
  }

  /** Call once, while a component that lives as long as the page is set up. */
  start(tell: (warnings: readonly BudgetWarning[]) => void): void {
    this.#warnings = liveQuery((read) => read('getBudgetWarnings'));
    const due = liveQuery((read) => read('getDueBudgetWarnings'));
    $effect(() => {
      if (due.data === undefined || due.data === 0) return;
      // Another tab, or the next change, asks again, so a failure loses nothing.
      call('recordBudgetWarnings', Date.now()).then(
        (fired) => tell(activeWarnings(fired)),
        () => undefined,
      );
    });
    $effect(() => showBadge(this.open.length));
  }

  async dismiss({ scope, scopeKey, month, firedAt }: BudgetWarning): Promise<void> {
    await call('dismissBudgetWarnings', { scope, scopeKey }, month, firedAt, Date.now());
  }
}

export const budgetWatch = new BudgetWatch();

/** The badge on the installed app's icon; other browsers show nothing. */
function showBadge(count: number): void {
  if (!('setAppBadge' in navigator)) return;
  const done = count === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(count);
  done.catch(() => undefined);
}
