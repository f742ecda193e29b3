import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import { keepEqual } from '../database/keep-equal';
import { settings } from '../database/settings.svelte';
import type { Sort } from './list-sort';
import {
  parseView,
  viewQuery,
  withFilter,
  type Filters,
  type SortedView,
  type TableColumn,
  type View,
} from './view-address';

/** What pages of one thing are about: a filter that cannot be taken off there. */
export type Scope = 'project' | 'client';

const scopes = {
  project: { route: '/project', key: 'id' },
  client: { route: '/client', key: 'name' },
} as const;

/** What the shown page is about; undefined on the page of all. */
export function shownScope(): Scope | undefined {
  return page.route.id === '/project' ? 'project' : page.route.id === '/client' ? 'client' : undefined;
}

/** Whether the shown page is one of numbers: of all projects, of one, of one client. */
export function showsNumbers(): boolean {
  return page.route.id === '/' || shownScope() !== undefined;
}

// What another address leaves as it was stays the same object: a table that is sorted asks for no numbers, and another grouping
// draws no calendar anew.
const sameSorted = keeper<SortedView>();
const sameShown = keeper<View>();
// Every link of a table asks for them.
const sorted = $derived(sameSorted(readView()));
const shown = $derived(sameShown(withoutSort(sorted)));

/** Which numbers the address shows, on the page of all projects and on that of one project or client. */
export function shownView(): View {
  return shown;
}

/** How the address sorts the table. */
export function shownSort(): Sort<TableColumn> {
  return sorted.sort;
}

let aim = $state.raw<URL>();
const aimed = $derived(aim === undefined ? sorted : readView(aim));

/** Where a step on the same page leads, until that is there: its control says so at once, and the next step counts from it. */
export function aimAt(url: URL | undefined): void {
  aim = url;
}

/** What the address will show when the step that is under way has arrived. */
export function aimedView(): SortedView {
  return aimed;
}

function readView({ searchParams }: URL = page.url): SortedView {
  const view = parseView(searchParams, settings.today);
  const scope = shownScope();
  if (scope === undefined) return view;
  const filters = withFilter(view.filters, scope, searchParams.get(scopes[scope].key) ?? '');
  return { ...view, filters, by: splits(scope, view.by) ? view.by : usualGrouping(scope) };
}

function keeper<T>(): (now: T) => T {
  let before: T | undefined;
  return (now) => (before = keepEqual(before, now));
}

function withoutSort({ period, by, comparison, filters }: SortedView): View {
  return { period, by, comparison, filters };
}

/** Whether a page can be split so: projects split neither a project nor what has one client. */
export function splits(scope: Scope | undefined, by: View['by']): boolean {
  if (scope === undefined) return true;
  return scope === 'project' ? by !== 'project' && by !== 'client' : by !== 'client';
}

function usualGrouping(scope: Scope): View['by'] {
  return scope === 'project' ? 'kind' : 'project';
}

/** The filters that can be taken off the shown page. */
export function freeFilters(): Filters {
  const { filters } = shownView();
  const scope = shownScope();
  return scope === undefined ? filters : withFilter(filters, scope, undefined);
}

/** What the shown page is about, as the filter that cannot be taken off there; nothing on the page of all. */
export function aboutFilters(): Filters {
  const scope = shownScope();
  return scope === undefined ? {} : withFilter({}, scope, shownView().filters[scope]);
}

/** The address of the same page with changes to what it shows. `filters` need not name what the page is about. */
export function viewLink(changes: Partial<SortedView>): string {
  return scopedLink(shownScope(), { ...aimed, ...changes }, aimed.filters);
}

/** A project's own page, for the days that are shown now. */
export function projectViewLink(id: string): string {
  const filters = withFilter(shownView().filters, 'client', undefined);
  return scopedLink('project', { ...sorted, by: 'kind', filters }, { project: id });
}

/** A client's own page, for the days that are shown now. */
export function clientViewLink(name: string): string {
  return scopedLink('client', { ...sorted, by: 'project' }, { client: name });
}

/** Goes there as a step of the history, keeping the focus on the control that asked. */
export function showView(changes: Partial<SortedView>): Promise<void> {
  return goto(viewLink(changes), { keepFocus: true, noScroll: true });
}

function scopedLink(scope: Scope | undefined, view: SortedView, about: Filters): string {
  if (scope === undefined) return withQuery(resolve('/'), viewQuery(view, settings.today));
  const { route, key } = scopes[scope];
  const filters = withFilter(view.filters, scope, undefined);
  // What goes without saying is left out there as well.
  const by = view.by === usualGrouping(scope) ? 'project' : view.by;
  const query = viewQuery({ ...view, by, filters }, settings.today);
  return withQuery(resolve(route), new URLSearchParams([[key, about[scope] ?? ''], ...query]));
}

function withQuery(path: string, query: URLSearchParams): string {
  return query.size === 0 ? path : `${path}?${query}`;
}
