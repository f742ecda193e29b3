import { resolve } from '$app/paths';
import type { Month } from '../../model/months';

/** Addresses of the pages. What a page shows is in its query, so that every address is one of a few static files. */
export function monthLink(month?: Month): string {
  return month === undefined ? resolve('/') : `${resolve('/')}?month=${month}`;
}

export function projectLink(id: string, month?: Month): string {
  const query = new URLSearchParams({ id });
  if (month !== undefined) query.set('month', month);
  return `${resolve('/project')}?${query}`;
}

/** The events of some days, civil and inclusive; the rest narrows them. */
export function eventsLink(scope: {
  from: string;
  to: string;
  projectId?: string | null | undefined;
  model?: string | null | undefined;
  source?: string | null | undefined;
}): string {
  const query = new URLSearchParams({ from: scope.from, to: scope.to });
  for (const [name, value] of [
    ['project', scope.projectId],
    ['model', scope.model],
    ['source', scope.source],
  ] as const) {
    if (value !== null && value !== undefined) query.set(name, value);
  }
  return `${resolve('/events')}?${query}`;
}

export function clientLink(name: string, year?: string): string {
  const query = new URLSearchParams({ name });
  if (year !== undefined) query.set('year', year);
  return `${resolve('/client')}?${query}`;
}

export const projectsLink = (): string => resolve('/projects');
export const importLink = (): string => resolve('/import');
export const settingsLink = (): string => resolve('/settings');
