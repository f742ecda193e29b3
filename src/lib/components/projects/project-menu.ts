import type { ProjectSummary } from '../../model/project';
import { dialogs } from '../../state/shell/dialogs.svelte';
import { deleteProject, mergeProjects } from '../../state/projects/project-decisions';
import { projectName, setArchived } from '../../state/projects/projects.svelte';
import { t } from '../../texts/texts';
import type { MenuItem } from '../forms/menu-item';

/** What can be done with a project where it stands in a list. */
export function projectItems(project: ProjectSummary): MenuItem[] {
  return [
    { label: t.projects.edit, run: () => dialogs.show({ kind: 'edit-project', id: project.id }) },
    {
      label: project.isArchived ? t.projects.unarchive : t.projects.archive,
      run: () => void setArchived(project, !project.isArchived),
    },
    ...leavingItems(project),
  ];
}

/** What takes a project away: merging it into another one, and deleting it. `onleave` is told when it has gone. */
export function leavingItems(
  project: ProjectSummary,
  onleave?: (remainingId?: string) => Promise<unknown>,
): MenuItem[] {
  return [
    { label: t.projects.merge, run: () => askForMerge(project, onleave) },
    {
      label: t.projects.delete,
      run: () => void deleteProject(project).then((isDone) => (isDone ? onleave?.() : undefined)),
    },
  ];
}

function askForMerge(project: ProjectSummary, onleave?: (remainingId?: string) => Promise<unknown>): void {
  dialogs.show({
    kind: 'choose-project',
    title: t.projects.mergeTitle,
    text: t.projects.mergeText(projectName(project)),
    button: t.projects.mergeButton,
    exceptId: project.id,
    canCreate: false,
    onchoose: async (intoId) => {
      await mergeProjects(project, intoId);
      await onleave?.(intoId);
    },
  });
}
