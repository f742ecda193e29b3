import { resolve } from '$app/paths';
import type { Month } from '../../model/months';

/** Addresses of the pages. What a page shows is in its query, so every address is one of a few static files. */
export function monthLink(month?: Month): string {
  return month === undefined ? resolve('/') : `${resolve('/')}?month=${month}`;
}

export function projectLink(id: string, month?: Month): string {
  const query = new URLSearchParams({ id });
  if (month !== undefined) query.set('month', month);
  return `${resolve('/project')}?${query}`;
}

export function clientLink(name: string): string {
  return `${resolve('/client')}?${new URLSearchParams({ name })}`;
}

export const clientsLink = (): string => resolve('/clients');
export const projectsLink = (): string => resolve('/projects');
export const importLink = (): string => resolve('/import');
export const documentsLink = (): string => resolve('/documents');
export const mapLink = (): string => resolve('/map');
export const mappingLink = (id: string): string => `${resolve('/map')}?${new URLSearchParams({ id })}`;
/** For the file that this tab has opened. */
export const describeLink = (): string => `${resolve('/map')}?new`;
export const settingsLink = (): string => resolve('/settings');
