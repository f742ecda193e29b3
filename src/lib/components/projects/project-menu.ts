import { goto } from '$app/navigation';
import { isTeamOpen } from '../../client/current';
import type { ProjectSummary } from '../../model/project';
import { dialogs } from '../../state/shell/dialogs.svelte';
import { projectLink, projectsLink } from '../../state/view/links';
import { deleteProject, mergeProjects } from '../../state/projects/project-decisions';
import { projectName, setArchived } from '../../state/projects/projects.svelte';
import { t } from '../../texts/texts';
import type { MenuItem } from '../forms/menu-item';

type OnLeave = (remainingId?: string) => Promise<unknown>;

/**
 * The menu items of a project in a list. `onleave` is called when the project is gone. None in a team's database: its
 * projects are its owners'.
 */
export function projectItems(project: ProjectSummary, onleave?: OnLeave): MenuItem[] {
  if (isTeamOpen()) return [];
  return [
    { label: t.projects.edit, run: () => dialogs.show({ kind: 'edit-project', id: project.id }) },
    {
      label: project.isArchived ? t.projects.unarchive : t.projects.archive,
      run: () => void setArchived(project, !project.isArchived),
    },
    ...leavingItems(project, onleave),
  ];
}

/** The actions that remove a project: merging it into another one, and deleting it. */
export function leavingItems(project: ProjectSummary, onleave?: OnLeave): MenuItem[] {
  return [
    { label: t.projects.merge, run: () => askForMerge(project, onleave) },
    {
      label: t.projects.delete,
      run: () => void deleteProject(project).then((isDone) => (isDone ? onleave?.() : undefined)),
    },
  ];
}

/**
 * The page of a removed project would show nothing else, so go to the project that has its usage now, or to the list.
 */
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
