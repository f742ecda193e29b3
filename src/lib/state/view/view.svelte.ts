import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { Measure } from '../../model/measure';
import { shareStructure } from '../database/share-structure';
import { settings } from '../database/settings.svelte';
import { numbersLink, scopes } from './links';
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

/** What a page is about: on it, this filter can't be removed. */
export type Scope = 'project' | 'client';

/** What the current page is about; undefined on the page of all projects. */
export function currentScope(): Scope | undefined {
  const { id } = page.route;
  return id === scopes.project.route ? 'project' : id === scopes.client.route ? 'client' : undefined;
}

/** The project whose page this is. */
export function currentProjectId(): string | null {
  return currentScope() === 'project' ? page.url.searchParams.get(scopes.project.key) : null;
}

/** Whether the current page shows numbers: of all projects, of one project or of one client. */
export function showsNumbers(): boolean {
  return page.route.id === '/' || currentScope() !== undefined;
}

// Parts that a new address leaves unchanged stay the same objects: sorting a table reads no numbers again, and
// another grouping doesn't redraw the calendar.
const sameSorted = keeper<SortedView>();
const sameShown = keeper<View>();
// Derived once, because every link of a table needs them.
const sorted = $derived(sameSorted(readView()));
const shown = $derived(sameShown(withoutSort(sorted)));

/** Which numbers the address shows, on the page of all projects or of one project or client. */
export function currentView(): View {
  return shown;
}

/** How the address sorts the table. */
export function currentSort(): Sort<TableColumn> {
  return sorted.sort;
}

let pendingUrl = $state.raw<URL>();
const pending = $derived(pendingUrl === undefined ? sorted : readView(pendingUrl));

/** Sets the pending URL of a same-page navigation. Controls show it immediately, and further steps build on it. */
export function setPendingUrl(url: URL | undefined): void {
  pendingUrl = url;
}

/** The view after the pending navigation has finished. */
export function pendingView(): SortedView {
  return pending;
}

function readView({ searchParams }: URL = page.url): SortedView {
  const view = parseView(searchParams, settings.today);
  const scope = currentScope();
  if (scope === undefined) return { ...view, by: bySplit(scope, view) };
  const filters = withFilter(view.filters, scope, searchParams.get(scopes[scope].key) ?? '');
  return { ...view, filters, by: bySplit(scope, view) };
}

function keeper<T>(): (now: T) => T {
  let before: T | undefined;
  return (now) => (before = shareStructure(before, now));
}

function withoutSort({ period, by, comparison, filters }: SortedView): View {
  return { period, by, comparison, filters };
}

/** The grouping that the view asks for if the page offers it, or the page's default. */
function bySplit(scope: Scope | undefined, { by, measure }: SortedView): View['by'] {
  return splits(scope, by, measure) ? by : usualGrouping(scope, measure);
}

/**
 * Whether a page can be grouped this way. A project's page can't be grouped by project or client, nor a client's page
 * by client. Costs can't be grouped by token kind, since only the cost of a whole event is known.
 */
export function splits(scope: Scope | undefined, by: View['by'], measure: Measure): boolean {
  if (measure === 'money' && by === 'kind') return false;
  if (scope === undefined) return true;
  return scope === 'project' ? by !== 'project' && by !== 'client' : by !== 'client';
}

function usualGrouping(scope: Scope | undefined, measure: Measure): View['by'] {
  if (scope !== 'project') return 'project';
  return measure === 'money' ? 'model' : 'kind';
}

/** The filters that can be removed on the current page. */
export function removableFilters(): Filters {
  const { filters } = currentView();
  const scope = currentScope();
  return scope === undefined ? filters : withFilter(filters, scope, undefined);
}

/** The filter that the current page is about, which can't be removed there; empty on the page of all projects. */
export function scopeFilters(): Filters {
  const scope = currentScope();
  return scope === undefined ? {} : withFilter({}, scope, currentView().filters[scope]);
}

/** The address of the current page with some changes. `filters` may omit the page's own filter. */
export function viewLink(changes: Partial<SortedView>): string {
  return scopedLink(currentScope(), { ...pending, ...changes }, pending.filters);
}

/** The address of a project's page, for the days that are shown now. */
export function projectViewLink(id: string): string {
  const filters = withFilter(currentView().filters, 'client', undefined);
  const by = usualGrouping('project', sorted.measure);
  return scopedLink('project', { ...sorted, by, filters }, { project: id });
}

/** The address of a client's page, for the days that are shown now. */
export function clientViewLink(name: string): string {
  return scopedLink('client', { ...sorted, by: 'project' }, { client: name });
}

/** Navigates there, with a history entry, and keeps the focus on the control that was used. */
export function showView(changes: Partial<SortedView>): Promise<void> {
  return goto(viewLink(changes), { keepFocus: true, noScroll: true });
}

function scopedLink(scope: Scope | undefined, view: SortedView, about: Filters): string {
  if (scope === undefined) return numbersLink('/', viewQuery(view, settings.today));
  const { route, key } = scopes[scope];
  const filters = withFilter(view.filters, scope, undefined);
  // The page's default grouping is omitted from the address, too.
  const by = view.by === usualGrouping(scope, view.measure) ? 'project' : view.by;
  const query = viewQuery({ ...view, by, filters }, settings.today);
  return numbersLink(route, new URLSearchParams([[key, about[scope] ?? ''], ...query]));
}
