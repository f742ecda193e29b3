import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import { settings } from '../database/settings.svelte';
import { parseView, projectQuery, viewQuery, withFilter, type View } from './view-address';

/** What the address shows, on the page of all projects and on that of one. */
export function shownView(): View {
  const view = parseView(page.url.searchParams, settings.today);
  const id = scopedProject();
  // On its own page a project is no filter that could be taken off.
  return id === undefined ? view : { ...view, filters: { ...view.filters, project: id } };
}

/** The project whose page this is; undefined on the page of all. */
export function scopedProject(): string | undefined {
  return page.route.id === '/project' ? (page.url.searchParams.get('id') ?? '') : undefined;
}

/** The address of the same page with changes to what it shows. */
export function viewLink(changes: Partial<View>): string {
  const id = scopedProject();
  const view = { ...shownView(), ...changes };
  if (id === undefined) return withQuery(resolve('/'), viewQuery(view, settings.today));
  return withQuery(resolve('/project'), projectQuery(id, view, settings.today));
}

/** A project's own page, for the days that are shown now. */
export function projectViewLink(id: string): string {
  const filters = withFilter(shownView().filters, 'client', undefined);
  const view: View = { ...shownView(), by: 'project', filters };
  return withQuery(resolve('/project'), projectQuery(id, view, settings.today));
}

/** Goes there as a step of the history, keeping the focus on the control that asked. */
export function showView(changes: Partial<View>): Promise<void> {
  return goto(viewLink(changes), { keepFocus: true, noScroll: true });
}

function withQuery(path: string, query: URLSearchParams): string {
  return query.size === 0 ? path : `${path}?${query}`;
}
