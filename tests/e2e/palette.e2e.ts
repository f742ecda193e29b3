import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { expectNoViolations } from './support/axe';
import { openWithProjects, sidebar, storedPins } from './support/pins';
import { open } from './support/tokentab';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' });
const field = (page: Page) => palette(page).getByRole('combobox');
const options = (page: Page) => palette(page).getByRole('option');

async function find(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(typed);
}

test('Ctrl+K finds every page, project and action by keyboard alone', async ({ page }) => {
  await openWithProjects(page, ['Alpha', 'Übersee', 'Unpinned'], 2);
  await page.evaluate(() => window.tokentab.createProject({ name: 'Last', clientName: 'Acme' }));
  await page.keyboard.press('Control+k');
  // Pins come first.
  await expect(options(page).nth(0)).toContainText('Alpha');
  await expect(options(page).nth(1)).toContainText('Übersee');
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toHaveCount(0);

  for (const [typed, heading] of [
    ['ubersee', 'Übersee'],
    ['unpinned', 'Unpinned'],
    ['settings', 'Settings'],
    ['projects', 'Projects'],
    ['acme', 'Acme'],
    ['events', 'Events'],
  ] as const) {
    await find(page, typed);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(palette(page)).toHaveCount(0);
  }

  await find(page, 'nothing like it');
  await expect(palette(page)).toContainText('Nothing matches “nothing like it”.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);

  await find(page, 'dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  const saved = page.waitForEvent('download');
  await find(page, 'export data');
  await page.keyboard.press('Enter');
  expect((await saved).suggestedFilename()).toMatch(/^tokentab-.*\.sqlite3$/);

  for (const title of ['New project', 'Record a usage event']) {
    await find(page, title.split(' ')[0] === 'New' ? 'new project' : 'record usage');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    // It doesn't open over a dialog, where typed text could be lost.
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('the palette steps through months on any page and pins the focused project', async ({ page }) => {
  await openWithProjects(page, ['Alpha', 'Beta'], 1);
  await page.getByRole('main').getByRole('link', { name: 'Beta' }).focus();
  await find(page, 'pin beta');
  await expect(options(page).first()).toContainText('Pin Beta');
  await page.keyboard.press('Enter');
  await expect.poll(() => storedPins(page)).toEqual(['Alpha', 'Beta']);
  await find(page, 'previous month');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/\?month=\d{4}-\d\d$/);
  const first = page.url();
  // From now on the stepper handles the keys; it loads with the usage page.
  await expect(page.getByRole('link', { name: /^Previous month/ })).toBeVisible();
  await find(page, 'previous month');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(first);
  await find(page, 'next month');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(first);
});

test('the palette works by mouse too, and ? lists every shortcut', async ({ page }) => {
  await open(page);
  await sidebar(page).getByRole('button', { name: 'Search' }).click();
  await options(page).filter({ hasText: 'Keyboard shortcuts' }).click();
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const text of [
    'Open the command palette',
    'Undo the last change',
    'Move the focused pin up',
    '1 … 9',
  ]) {
    await expect(sheet.getByText(text)).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('Shift+?');
  await expect(sheet).toBeVisible();
  await expectNoViolations(page, 'the shortcut sheet');
});
