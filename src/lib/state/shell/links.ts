import { resolve } from '$app/paths';
import type { Month } from '../../model/months';
import { inSameMeasure } from '../view/measure.svelte';

/** Addresses of the pages. What a page shows is in its query, so every address is one of a few static files. */
export function monthLink(month?: Month): string {
  return inSameMeasure(resolve('/'), new URLSearchParams(month === undefined ? {} : { month }));
}

export function projectLink(id: string, month?: Month): string {
  const query = new URLSearchParams({ id });
  if (month !== undefined) query.set('month', month);
  return inSameMeasure(resolve('/project'), query);
}

export function clientLink(name: string): string {
  return inSameMeasure(resolve('/client'), new URLSearchParams({ name }));
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
