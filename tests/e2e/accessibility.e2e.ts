import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { expectNoSidewaysScroll, expectNoViolations } from './support/axe';
import { open } from './support/tokentab';

const wide = { width: 1280, height: 800 };
const narrow = { width: 320, height: 640 };

interface Place {
  path: string;
  /** Something that is there only when the page has what it waits for. */
  sees: (page: Page) => ReturnType<Page['locator']>;
}

const heading = (name: string) => (page: Page) => page.getByRole('heading', { level: 1, name });
const table = (name: string) => (page: Page) => page.getByRole('table', { name });

const everywhere: Place[] = [
  { path: '/import', sees: heading('Import') },
  { path: '/settings', sees: (page) => page.getByRole('combobox', { name: 'Time zone' }) },
];
const emptyPages: Place[] = [
  { path: '/', sees: heading('Where do your tokens go?') },
  { path: '/projects', sees: (page) => page.getByText('No projects yet.') },
  { path: '/project?id=none', sees: heading('There is no such project') },
  { path: '/clients', sees: (page) => page.getByText('No clients yet.') },
  { path: '/client?name=none', sees: heading('There is no such client') },
  ...everywhere,
];
const fullPages = (projectId: string): Place[] => [
  { path: '/', sees: table('Projects') },
  { path: '/?month=2020-01', sees: (page) => page.getByText('No usage in January 2020.') },
  { path: '/projects', sees: (page) => page.getByRole('main').getByText('Harbour Stock') },
  { path: `/project?id=${projectId}`, sees: table('By folder') },
  { path: '/clients', sees: table('Clients') },
  {
    path: `/client?name=${encodeURIComponent('Harbour & Sons')}`,
    sees: (page) => page.getByRole('table', { name: /^Months of/ }),
  },
  { path: `/statement?client=${encodeURIComponent('Harbour & Sons')}`, sees: table('All projects') },
  { path: '/events?client=', sees: (page) => page.getByRole('list', { name: /^Events/ }) },
  ...everywhere,
];

/** Looks at the page as it stands: light and dark, 320 px wide, and at 200 % zoom, which halves a window of 1280 px. */
async function inspect(page: Page, where: string): Promise<void> {
  for (const [name, size] of Object.entries({
    wide,
    narrow,
    'zoomed to 200 %': { width: 640, height: 400 },
  })) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page, `${where}, ${name}`);
    if (name.startsWith('zoomed')) continue;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectNoViolations(page, `${where}, ${name}, ${colorScheme}`);
    }
  }
  await page.setViewportSize(wide);
}

async function inspectAll(page: Page, places: Place[]): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const { path, sees } of places) {
    await open(page, path);
    await expect(sees(page)).toBeVisible();
    await inspect(page, path);
  }
}

async function openSample(page: Page): Promise<string> {
  await open(page);
  await page.getByRole('button', { name: 'Try with sample data' }).click();
  await expect(table('Projects')(page)).toBeVisible();
  return page.evaluate(async () => (await window.tokentab.getPinnedProjects())[0]?.id ?? '');
}

test('no page has a violation while it is empty, in light and dark, wide and at 320 px', async ({ page }) => {
  test.slow();
  await inspectAll(page, emptyPages);
});

test('no page has a violation with data in it, in light and dark, wide and at 320 px', async ({ page }) => {
  test.slow();
  const projectId = await openSample(page);
  await inspectAll(page, fullPages(projectId));
});

test('no dialog, menu, table twin or drawer has a violation while it is open', async ({ page }) => {
  test.slow();
  await openSample(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // The bars and the calendar; the last first, since a clicked one no longer counts.
  for (const place of [1, 0]) await page.getByRole('button', { name: 'View as table' }).nth(place).click();
  await expect(table('Tokens by day')(page)).toBeVisible();
  await inspect(page, 'the chart as a table');

  await page.getByRole('button', { name: 'Record usage' }).click();
  await page.getByRole('dialog').getByText('Cache and reasoning').click();
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByRole('dialog').getByText('Enter at least one token.')).toBeVisible();
  await inspect(page, 'recording usage, with a complaint');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Move or unpin Harbour Shop' }).click();
  await expect(page.getByRole('menuitem', { name: 'Unpin' })).toBeVisible();
  await expectNoViolations(page, 'a pin’s menu');
  await page.keyboard.press('Escape');

  await open(page, '/projects');
  await page.getByRole('button', { name: 'New project' }).click();
  await expect(page.getByRole('dialog', { name: 'New project' })).toBeVisible();
  await inspect(page, 'a new project');
  await page.keyboard.press('Escape');

  await page.setViewportSize(narrow);
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await expect(page.getByRole('dialog', { name: 'Pages' })).toBeVisible();
  await expectNoViolations(page, 'the drawer');
});
