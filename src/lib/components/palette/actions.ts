import { goto } from '$app/navigation';
import { chosenDatabase, useMainDatabase, useSampleDatabase } from '../../client/current';
import { monthOf, rangeOf } from '../../model/months';
import { dialogs } from '../../state/shell/dialogs.svelte';
import { exportDatabase } from '../../state/database/export';
import {
  budgetsLink,
  clientsLink,
  documentsLink,
  eventsLink,
  importLink,
  mapLink,
  monthLink,
  pricesLink,
  projectLink,
  projectsLink,
  settingsLink,
  statementLink,
} from '../../state/view/links';
import { pins } from '../../state/pins/pins.svelte';
import { reportFailure } from '../../state/shell/report';
import { settings } from '../../state/database/settings.svelte';
import { theme, themes } from '../../state/shell/theme.svelte';
import { undoStack } from '../../state/shell/undo.svelte';
import { later } from '../../texts/later';
import { t } from '../../texts/texts';
import type { Action } from './action';
import { monthActions } from './month-actions';
import { projectActions } from './project-actions';

/** All actions and shortcuts. The palette, the key bindings and the shortcut sheet are made from them. */
export function actions(): Action[] {
  return [...general(), ...pages(), ...projectActions(), ...monthActions()];
}

function general(): Action[] {
  const isSample = chosenDatabase() === 'sample';
  return [
    { text: t.palette.open, section: 'general', keys: ['mod+k'], isKeyOnly: true, run: togglePalette },
    {
      text: t.palette.shortcuts,
      section: 'general',
      keys: ['?'],
      run: () => dialogs.show({ kind: 'shortcuts' }),
    },
    { text: t.palette.undo, section: 'general', keys: ['mod+z'], run: () => undoStack.undoLast() },
    { text: t.palette.exportDatabase, section: 'general', run: saveCopy },
    ...themes.map((each): Action => ({
      text: t.palette.themes[each],
      section: 'general',
      run: () => (theme.current = each),
    })),
    // Without storage there is no other database to switch to.
    ...(chosenDatabase() === 'memory'
      ? []
      : [
          {
            text: isSample ? t.palette.leaveSample : t.palette.openSample,
            section: 'general' as const,
            run: isSample ? useMainDatabase : useSampleDatabase,
          },
        ]),
  ];
}

function pages(): Action[] {
  const page = (text: string, key: string, link: () => string): Action => ({
    text,
    section: 'go',
    keys: ['g', key],
    isPage: true,
    run: () => goto(link()),
  });
  return [
    page(t.shell.thisMonth, 'm', monthLink),
    page(t.shell.projects, 'p', projectsLink),
    page(t.shell.clients, 'c', clientsLink),
    page(t.events.title, 'e', () => eventsLink(rangeOf(monthOf(settings.today)))),
    page(t.shell.import, 'i', importLink),
    page(t.shell.settings, 's', settingsLink),
    page(t.documents.title, 'd', documentsLink),
    { text: later.mapping.title, section: 'go', isPage: true, run: () => goto(mapLink()) },
    { text: t.prices.title, section: 'go', isPage: true, run: () => goto(pricesLink()) },
    { text: t.budgets.title, section: 'go', isPage: true, run: () => goto(budgetsLink()) },
    {
      text: t.exports.statement,
      section: 'go',
      isPage: true,
      run: () => goto(statementLink(undefined, monthOf(settings.today))),
    },
    { text: t.palette.openPin, section: 'go', keys: ['g', 'digit'], isKeyOnly: true, run: openPin },
  ];
}

/**
 * Don't open over another dialog, which may contain typed text. A dialog that has just closed may not have reported
 * it yet.
 */
function togglePalette(): void {
  if (dialogs.open?.kind === 'palette') dialogs.close();
  else if (dialogs.open === undefined || !isAnyDialogOpen()) dialogs.show({ kind: 'palette' });
}

const isAnyDialogOpen = () => document.querySelector('dialog[open]') !== null;

function openPin(digit: string): void {
  const project = pins.list[Number(digit) - 1];
  if (project !== undefined) void goto(projectLink(project.id));
}

async function saveCopy(): Promise<void> {
  try {
    await exportDatabase(settings.today);
  } catch (error) {
    reportFailure(t.settings.exportFailed, error);
  }
}
