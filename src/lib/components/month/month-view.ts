/** The page of numbers with its charts: fetched where there is something to draw, so that the first run needs none of it. */
export const fetchMonthView = () => import('./MonthView.svelte');
