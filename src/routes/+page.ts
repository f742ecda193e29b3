import { fetchMonthView } from '$lib/components/views/month-view';
import { yieldToMain } from '$lib/state/shell/yield-to-main';
import { expectsUsage } from '$lib/state/view/expected-usage';

/** If there is probably usage to show, loads the usage view before the page needs it. */
export async function load(): Promise<void> {
  if (!expectsUsage()) return;
  // Ignored here: the page loads the view again and reports a failure.
  fetchMonthView().catch(() => undefined);
  await yieldToMain();
}
