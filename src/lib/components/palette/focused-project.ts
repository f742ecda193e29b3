import { page } from '$app/state';
import type { ProjectSummary } from '../../model/project';
import { projects } from '../../state/projects/projects.svelte';
import { projectAt } from '../pins/project-at';

/** The project of the focused row or pin, else the project whose page this is. */
export function focusedProject(): ProjectSummary | undefined {
  const focused = projectAt(document.activeElement);
  const shown = page.route.id === '/project' ? page.url.searchParams.get('id') : null;
  const id = focused?.id ?? shown;
  return id === null ? undefined : projects.byId(id);
}
