import { page } from '$app/state';
import { currencyIn, dollars, type ShownCurrency } from '../../model/display-currency';
import { monthOf, type Month } from '../../model/months';
import { useCurrency } from '../../texts/format-cost';
import { settings } from '../database/settings.svelte';
import { parseView } from './view-address';

/** The currency for the costs of a month. */
export function currencyOf(month: Month): ShownCurrency {
  return currencyIn(settings.currency, month);
}

/**
 * One rate for the whole page, so that its rows add up to its sums: that of the month in which the shown days end, or of
 * the current month if they end later.
 */
const shown = $derived.by(() => {
  if (settings.currency === null) return dollars;
  const { to } = parseView(page.url.searchParams, settings.today).period;
  return currencyOf(monthOf(to < settings.today ? to : settings.today));
});

/** Makes everything that formats costs follow the user's currency and the address. Called once by the root layout. */
export const startCurrency = (): void => useCurrency(() => shown);
