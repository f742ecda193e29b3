import { page } from '$app/state';
import { isMonth, monthOf, type Month } from '../../model/months';
import { settings } from '../database/settings.svelte';

/** The month in the address, or the current one in the reporting time zone. */
function shownMonth(): Month {
  const asked = page.url.searchParams.get('month');
  return isMonth(asked) ? asked : monthOf(settings.today);
}

/** The month to put into links; undefined for the current month, so that such links keep meaning "this month". */
export function linkedMonth(): Month | undefined {
  const month = shownMonth();
  return month === monthOf(settings.today) ? undefined : month;
}
