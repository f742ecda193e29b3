import type { ProjectSummary } from '../../model/project';
import { projects } from '../../state/projects/projects.svelte';
import { currentProjectId } from '../../state/view/view.svelte';
import { projectAt } from '../pins/project-at';

/** The project of the focused row or pin, else the project whose page this is. */
export function focusedProject(): ProjectSummary | undefined {
  const focused = projectAt(document.activeElement);
  const id = focused?.id ?? currentProjectId();
  return id === null ? undefined : projects.byId(id);
}
