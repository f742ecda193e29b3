import { goto } from '$app/navigation';
import { isTeamOpen } from '../../client/current';
import type { ProjectSummary } from '../../model/project';
import { pins } from '../../state/pins/pins.svelte';
import { projectName } from '../../state/projects/projects.svelte';
import { dialogs } from '../../state/shell/dialogs.svelte';
import { importLink } from '../../state/view/links';
import { currentProjectId } from '../../state/view/view.svelte';
import { t } from '../../texts/texts';
import type { MenuItem } from '../forms/menu-item';
import { pinItems } from '../pins/pin-menu';
import { leavePage, projectItems } from '../projects/project-menu';
import type { Action } from './action';
import { focusedProject } from './focused-project';

/** All actions on projects, those on the focused project first. */
export function projectActions(): Action[] {
  const handledByPin = { section: 'projects', isHandledElsewhere: true, isKeyOnly: true } as const;
  return [
    ...focusedProjectActions(),
    ...(isTeamOpen() ? [] : making()),
    {
      text: t.palette.pinAtHand,
      section: 'projects',
      keys: ['p'],
      isKeyOnly: true,
      run: () => {
        const project = focusedProject();
        if (project !== undefined) void pins.toggle(project);
      },
    },
    { text: t.palette.moveUp, keys: ['alt+ArrowUp'], ...handledByPin },
    { text: t.palette.moveDown, keys: ['alt+ArrowDown'], ...handledByPin },
  ];
}

function making(): Action[] {
  return [
    { text: t.palette.newProject, section: 'projects', run: () => dialogs.show({ kind: 'create-project' }) },
    { text: t.palette.recordUsage, section: 'projects', run: () => dialogs.show({ kind: 'record-usage' }) },
    { text: t.palette.importLogs, section: 'projects', run: () => goto(importLink()) },
  ];
}

/** Everything that the menus of the focused project can do. */
function focusedProjectActions(): Action[] {
  const project = focusedProject();
  if (project === undefined) return [];
  const name = projectName(project);
  const isShown = currentProjectId() === project.id;
  const record: MenuItem = {
    label: t.projects.record,
    run: () => dialogs.show({ kind: 'record-usage', projectId: project.id }),
  };
  const items = [
    ...(project.isArchived || isTeamOpen() ? [] : [record]),
    ...projectItems(project, isShown ? leavePage : undefined),
    ...moves(project),
  ];
  return [
    ...(project.isArchived ? [] : [toggle(project, name)]),
    ...items.map(({ label, run }): Action => ({
      text: t.palette.ofProject(name, label),
      section: 'projects',
      run,
    })),
  ];
}

function toggle(project: ProjectSummary, name: string): Action {
  return {
    text: pins.has(project.id) ? t.palette.unpinNamed(name) : t.palette.pinNamed(name),
    section: 'projects',
    run: () => pins.toggle(project),
  };
}

/** How a pin can be moved; unpinning has its own item. */
function moves(project: ProjectSummary): MenuItem[] {
  if (!pins.has(project.id)) return [];
  const place = pins.indexOf(project.id);
  return pinItems(project, { isFirst: place === 0, isLast: place === pins.list.length - 1 }).filter(
    ({ label, isDisabled }) => isDisabled !== true && label !== t.pins.unpin,
  );
}
