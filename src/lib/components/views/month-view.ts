/**
 * The usage page with its charts. Loaded only if there is something to draw, so that the first run doesn't need it.
 */
export const fetchMonthView = () => import('./MonthView.svelte');
