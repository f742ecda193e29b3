import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { FirstTexts, LaterTexts } from '../../../src/lib/texts/texts';
import { hardNames } from './full-database';
import { narrow } from './inspect';
import { goTo, type Place } from './places';

type Texts = FirstTexts & LaterTexts;

/** Something that opens over a page. */
export interface Overlay {
  name: string;
  /** The address where it is opened. */
  at: string;
  opens: (page: Page) => Promise<void>;
  /** A selector for the overlay; a dialog by default. */
  is?: string;
  /** In the sidebar, which is a drawer on narrow pages. */
  isWideOnly?: boolean;
}

const main = (page: Page) => page.getByRole('main');
const press = (page: Page, name: string | RegExp) =>
  main(page).getByRole('button', { name, exact: true }).first().click();
const choose = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name }).click();
const seesDialog = (page: Page) => expect(page.getByRole('dialog').first()).toBeVisible();

/**
 * Every dialog, menu, drawer, palette, shortcut sheet, range menu, chart table and notification.
 * @param t the texts of the shown language
 */
export function overlays(t: Texts, projectId: string): Overlay[] {
  const project = `/project?id=${projectId}`;
  return [
    {
      name: 'palette',
      is: ':popover-open',
      at: '/',
      opens: async (page) => {
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox', { name: t.palette.hint }).fill('a');
        await expect(page.getByRole('listbox', { name: t.palette.results })).toBeVisible();
      },
    },
    {
      name: 'shortcuts',
      at: '/',
      opens: async (page) => {
        await page.keyboard.press('Shift+?');
        await seesDialog(page);
      },
    },
    {
      name: 'ranges',
      is: ':popover-open',
      at: '/',
      opens: async (page) => {
        await press(page, t.month.chooseRange);
        await expect(page.getByRole('group', { name: t.month.chooseRange })).toBeVisible();
      },
    },
    {
      name: 'filters',
      is: 'main header',
      at: '/?model=gpt-5',
      opens: (page) => expect(page.getByRole('group', { name: t.month.filters })).toBeVisible(),
    },
    {
      name: 'export',
      is: ':popover-open',
      at: '/',
      opens: async (page) => {
        await press(page, t.exports.menu);
        await expect(page.getByRole('group', { name: t.exports.menu })).toBeVisible();
      },
    },
    {
      name: 'table twins',
      is: 'main',
      at: '/',
      opens: async (page) => {
        // From last to first, because a pressed button no longer matches.
        for (const place of [2, 1, 0])
          await main(page).getByRole('button', { name: t.month.viewAsTable }).nth(place).click();
        await expect(page.getByRole('button', { name: t.month.viewAsChart })).toHaveCount(3);
      },
    },
    {
      name: 'recording usage, with complaints',
      at: project,
      opens: async (page) => {
        await press(page, t.projects.record);
        const dialog = page.getByRole('dialog');
        await dialog.getByText(t.projects.moreCounters).click();
        await dialog.getByRole('button', { name: t.projects.recordButton, exact: true }).click();
        await expect(dialog.getByText(t.projects.needsTokens)).toBeVisible();
      },
    },
    {
      name: 'a new project, with a complaint',
      at: '/projects',
      opens: async (page) => {
        await press(page, t.projects.create);
        await page.getByRole('dialog').getByRole('button', { name: t.projects.createButton }).click();
        await expect(page.getByText(t.projects.nameRequired)).toBeVisible();
      },
    },
    {
      name: 'editing a project',
      at: project,
      opens: async (page) => {
        await press(page, t.projects.edit);
        await seesDialog(page);
      },
    },
    {
      name: 'merging a project',
      at: project,
      opens: async (page) => {
        await press(page, t.projects.more(hardNames.endless));
        await choose(page, t.projects.merge);
        await seesDialog(page);
      },
    },
    {
      name: 'a project’s menu',
      is: ':popover-open',
      at: '/projects',
      opens: async (page) => {
        await press(page, t.projects.more('CV Reader'));
        await expect(page.getByRole('menuitem').first()).toBeVisible();
      },
    },
    {
      name: 'deleting for good',
      at: '/projects',
      opens: async (page) => {
        await press(page, t.projects.more(hardNames.endless));
        await choose(page, t.projects.delete);
        await page.getByText(t.projects.deletedProjects('1')).click();
        await press(page, t.projects.removeNamed(hardNames.endless));
        await seesDialog(page);
      },
    },
    {
      name: 'a pin’s menu',
      isWideOnly: true,
      is: ':popover-open',
      at: '/events',
      opens: async (page) => {
        await page.getByRole('button', { name: t.pins.menu('Harbour Shop') }).click();
        await expect(page.getByRole('menuitem', { name: t.pins.unpin })).toBeVisible();
      },
    },
    {
      name: 'an event’s menu',
      is: ':popover-open',
      at: '/events',
      opens: async (page) => {
        await main(page).getByRole('listitem').first().getByRole('button').click();
        await expect(page.getByRole('menuitem').first()).toBeVisible();
      },
    },
    {
      name: 'renaming a client',
      at: '/clients',
      opens: async (page) => {
        await press(page, t.clients.more(hardNames.rightToLeftClient));
        await choose(page, t.clients.rename);
        await seesDialog(page);
      },
    },
    {
      name: 'what an import left out',
      is: 'main',
      at: '/import',
      opens: async (page) => {
        await press(page, /^2 /);
        await expect(page.getByRole('table').last()).toBeVisible();
      },
    },
    {
      name: 'time zones',
      is: 'main',
      at: '/settings',
      opens: async (page) => {
        await page.getByRole('combobox', { name: t.settings.timeZone }).fill('Berlin');
        await expect(page.getByRole('option', { name: 'Europe/Berlin' })).toBeVisible();
      },
    },
    {
      name: 'a notification',
      is: ':popover-open',
      at: '/projects',
      opens: async (page) => {
        await press(page, t.pins.pin('CV Reader'));
        await page.keyboard.press('Control+z');
        // It stays while it is focused.
        await page.getByRole('region', { name: t.shell.notifications }).getByRole('button').last().focus();
      },
    },
    {
      name: 'the drawer',
      at: '/projects',
      opens: async (page) => {
        await page.setViewportSize(narrow);
        await page.getByRole('button', { name: t.shell.openNavigation }).click();
        await seesDialog(page);
      },
    },
  ];
}

/** Opens the overlay on a new page. */
export async function openOverlay(page: Page, { name, at, opens }: Overlay): Promise<void> {
  const place: Place = { name, path: at, sees: (page) => page.getByRole('heading', { level: 1 }) };
  await goTo(page, place);
  await opens(page);
}
