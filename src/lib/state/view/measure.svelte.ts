import { page } from '$app/state';
import type { Measure } from '../../model/measure';
import { addressIn, parseMeasure } from './view-address';

// Derived once, because every link of a table needs it.
const shown = $derived(parseMeasure(page.url.searchParams));

/** Whether the address asks for tokens or for money. */
export function shownMeasure(): Measure {
  return shown;
}

/** An address inside the app that keeps showing tokens or money as the current page does. */
export function inSameMeasure(path: string, query?: URLSearchParams): string {
  return addressIn(shown, path, query);
}

/** The address of the current page in tokens, or in money. */
export function measureLink(measure: Measure): string {
  return addressIn(measure, page.url.pathname, page.url.searchParams);
}
