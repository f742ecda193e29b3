import { goto } from '$app/navigation';
import { isTeamOpen } from '../../client/current';
import type { ProjectSummary } from '../../model/project';
import { clientLink, projectLink, statementLink } from '../../state/view/links';
import { settings } from '../../state/database/settings.svelte';
import { plain, type Searchable } from '../../state/palette/palette';
import { pins } from '../../state/pins/pins.svelte';
import { clientNames } from '../../state/projects/clients';
import { projectName, projects } from '../../state/projects/projects.svelte';
import { dialogs } from '../../state/shell/dialogs.svelte';
import type { Keys } from '../../state/shell/shortcut-keys';
import { statementMonth } from '../../state/view/statement';
import { currentView } from '../../state/view/view.svelte';
import { formatMonth } from '../../texts/format';
import { t } from '../../texts/texts';
import { actions } from './actions';

export interface PaletteItem extends Searchable {
  id: string;
  text: string;
  kind: 'answer' | 'pinned' | 'page' | 'action' | 'project' | 'client';
  detail: string;
  keys?: Keys;
  run: () => unknown;
}

/** Everything that the palette can find: pins first, then pages, actions, all other projects by name, and clients. */
export function paletteItems(): PaletteItem[] {
  const others = projects.all
    .filter(({ id }) => !pins.has(id))
    .toSorted((a, b) => Number(a.isArchived) - Number(b.isArchived));
  const offered = actions().filter(({ isKeyOnly, run }) => isKeyOnly !== true && run !== undefined);
  return [
    ...pins.list.map((project, index) => fromProject(project, 'pinned', index)),
    ...offered.map(({ text, isPage, keys, run }): PaletteItem => ({
      ...item(text, isPage === true ? 'page' : 'action', ''),
      ...(keys === undefined ? {} : { keys }),
      run: () => run?.(''),
    })),
    ...others.map((project) => fromProject(project, 'project')),
    ...clientNames().flatMap(fromClient),
  ];
}

function fromClient(name: string): PaletteItem[] {
  const month = statementMonth(currentView().period, settings.today);
  const rename: PaletteItem = {
    ...item(t.clients.renameNamed(name), 'action', ''),
    run: () => dialogs.show({ kind: 'rename-client', name }),
  };
  return [
    { ...item(name, 'client', ''), run: () => goto(clientLink(name)) },
    {
      ...item(t.clients.statementOf(name), 'action', formatMonth(month)),
      run: () => goto(statementLink(name, month)),
    },
    ...(isTeamOpen() ? [] : [rename]),
  ];
}

function fromProject(project: ProjectSummary, kind: 'answer' | 'pinned' | 'project', index = 9): PaletteItem {
  return {
    ...item(projectName(project), kind, project.clientName ?? ''),
    id: project.id,
    ...(index < 9 ? { keys: ['g', String(index + 1)] } : {}),
    run: () => goto(projectLink(project.id)),
  };
}

function item(text: string, kind: PaletteItem['kind'], detail: string): Omit<PaletteItem, 'run'> {
  const name = plain(text);
  return {
    id: `${kind}:${text}`,
    text,
    kind,
    detail,
    name,
    words: plain(`${text} ${detail} ${t.palette.groups[kind]}`),
  };
}
