import { activeWarnings, type BudgetWarning } from '../../model/budget';
import { call } from '../database/connection.svelte';
import { liveQuery, type LiveQuery } from '../database/live-query.svelte';

/**
 * Looks after every change whether a budget's threshold was crossed. Each tab looks; the database gives a warning to the
 * one that asks first, and that tab tells the device.
 */
class BudgetWatch {
  #warnings = $state.raw<LiveQuery<BudgetWarning[]>>();
  /** What nobody dismissed, newest first. */
  readonly open = $derived(activeWarnings(this.#warnings?.data ?? []));

  get all(): readonly BudgetWarning[] | undefined {
    return this.#warnings?.data;
  }

  /** Called once, while a component that lives as long as the page is set up. */
  start(tell: (warnings: readonly BudgetWarning[]) => void): void {
    this.#warnings = liveQuery((read) => read('getBudgetWarnings'));
    const due = liveQuery((read) => read('getDueBudgetWarnings'));
    $effect(() => {
      if (due.data === undefined || due.data === 0) return;
      // Another tab, or the next change, asks again: nothing is lost where this fails.
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

/** On the installed app's icon; browsers without it show nothing. */
function showBadge(count: number): void {
  if (!('setAppBadge' in navigator)) return;
  const done = count === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(count);
  done.catch(() => undefined);
}
