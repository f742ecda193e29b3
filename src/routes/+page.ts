import { fetchMonthView } from '$lib/components/month/month-view';
import { turn } from '$lib/state/shell/turns';
import { expectsUsage } from '$lib/state/view/expected-usage';

/** Fetches the numbers' page ahead of the page that shows it, where there will be numbers. */
export async function load(): Promise<void> {
  if (!expectsUsage()) return;
  // The page asks for it as well, and says when it cannot be had.
  fetchMonthView().catch(() => undefined);
  await turn();
}
