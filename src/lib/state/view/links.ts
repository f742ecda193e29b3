import { resolve } from '$app/paths';
import type { DayRange, Month } from '../../model/months';
import type { WeekHour } from '../../model/usage-stats';
import { inSameMeasure } from './measure.svelte';
import { setFilters, type Filters } from './view-address';

/** Addresses of the pages. What a page shows is in its query, so every address is one of a few static files. */
export function monthLink(month?: Month): string {
  return inSameMeasure(resolve('/'), new URLSearchParams(month === undefined ? {} : { month }));
}

/** The pages about one project or client, and the part of their query that names it. */
export const scopes = {
  project: { route: '/project', key: 'id' },
  client: { route: '/client', key: 'name' },
} as const;

export function projectLink(id: string, month?: Month): string {
  const query = new URLSearchParams({ [scopes.project.key]: id });
  if (month !== undefined) query.set('month', month);
  return inSameMeasure(resolve(scopes.project.route), query);
}

/** Selects the links to projects, in any list. */
export const projectLinks = `a[href*="${scopes.project.route}?${scopes.project.key}="]`;

/** The project that a link leads to; null if it leads elsewhere. */
export const linkedProject = ({ href }: HTMLAnchorElement): string | null =>
  new URL(href).searchParams.get(scopes.project.key);

export function clientLink(name: string): string {
  return inSameMeasure(resolve(scopes.client.route), new URLSearchParams({ [scopes.client.key]: name }));
}

/** The address of a page with numbers whose whole query is known; without one, it shows the current month. */
export function numbersLink(
  route: '/' | (typeof scopes)[keyof typeof scopes]['route'],
  query = new URLSearchParams(),
): string {
  return query.size === 0 ? resolve(route) : `${resolve(route)}?${query}`;
}

/** The list of events behind a number. */
export function eventsLink({ from, to }: DayRange, filters: Filters = {}, weekHour?: WeekHour): string {
  const query = new URLSearchParams({ from, to });
  if (weekHour !== undefined) {
    query.set('weekday', String(weekHour.weekday));
    query.set('hour', String(weekHour.hour));
  }
  setFilters(query, filters);
  return inSameMeasure(resolve('/events'), query);
}

/** A client's statement; without a client, the page asks for one. */
export function statementLink(client: string | undefined, month: Month): string {
  const query = new URLSearchParams(client === undefined ? { month } : { client, month });
  return inSameMeasure(resolve('/statement'), query);
}

// Pages without numbers carry it too, so that coming back from them shows costs again.
export const clientsLink = (): string => inSameMeasure(resolve('/clients'));
export const projectsLink = (): string => inSameMeasure(resolve('/projects'));
export const importLink = (): string => inSameMeasure(resolve('/import'));
/** @param projectId the project to which the documents will probably be added */
export const documentsLink = (projectId?: string): string =>
  inSameMeasure(
    resolve('/documents'),
    new URLSearchParams(projectId === undefined ? {} : { project: projectId }),
  );
export const extractionLink = (projectId: string, documentId?: string): string =>
  inSameMeasure(
    resolve('/extraction'),
    new URLSearchParams({ project: projectId, ...(documentId !== undefined && { document: documentId }) }),
  );
export const mapLink = (): string => inSameMeasure(resolve('/map'));
export const mappingLink = (id: string): string =>
  inSameMeasure(resolve('/map'), new URLSearchParams({ id }));
export const budgetsLink = (): string => inSameMeasure(resolve('/budgets'));
export const pricesLink = (): string => inSameMeasure(resolve('/prices'));
/** For the file that this tab has opened. */
export const describeLink = (): string => inSameMeasure(resolve('/map'), new URLSearchParams({ new: '' }));
export const settingsLink = (): string => inSameMeasure(resolve('/settings'));
export const teamLink = (): string => inSameMeasure(resolve('/team'));
