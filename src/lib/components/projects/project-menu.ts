import { goto } from '$app/navigation';
import type { ProjectSummary } from '../../model/project';
import { dialogs } from '../../state/shell/dialogs.svelte';
import { projectLink, projectsLink } from '../../state/shell/links';
import { deleteProject, mergeProjects } from '../../state/projects/project-decisions';
import { projectName, setArchived } from '../../state/projects/projects.svelte';
import { t } from '../../texts/texts';
import type { MenuItem } from '../forms/menu-item';

type OnLeave = (remainingId?: string) => Promise<unknown>;

/** What can be done with a project where it stands in a list. `onleave` is told when it has gone. */
export function projectItems(project: ProjectSummary, onleave?: OnLeave): MenuItem[] {
  return [
    { label: t.projects.edit, run: () => dialogs.show({ kind: 'edit-project', id: project.id }) },
    {
      label: project.isArchived ? t.projects.unarchive : t.projects.archive,
      run: () => void setArchived(project, !project.isArchived),
    },
    ...leavingItems(project, onleave),
  ];
}

/** What takes a project away: merging it into another one, and deleting it. */
export function leavingItems(project: ProjectSummary, onleave?: OnLeave): MenuItem[] {
  return [
    { label: t.projects.merge, run: () => askForMerge(project, onleave) },
    {
      label: t.projects.delete,
      run: () => void deleteProject(project).then((isDone) => (isDone ? onleave?.() : undefined)),
    },
  ];
}

/** The page of a project that has gone would say only that: on to the one that holds its usage now, or to the list. */
export const leavePage: OnLeave = (remainingId) =>
  goto(remainingId === undefined ? projectsLink() : projectLink(remainingId));

function askForMerge(project: ProjectSummary, onleave?: OnLeave): void {
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
