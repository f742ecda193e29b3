import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { pressQuickly } from './support/keyboard';
import { expectPins, openWithProjects } from './support/pins';

/**
 * The palette offers everything that the menus of the focused project do, and everything that a usage page can show.
 */

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' });
const title = (page: Page) => page.getByRole('heading', { level: 1 });

async function find(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type(typed);
}

async function run(page: Page, typed: string): Promise<void> {
  await find(page, typed);
  await expect(palette(page).getByRole('option').first()).toContainText(typed, { ignoreCase: true });
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveCount(0);
}

test('the palette moves, edits, archives and deletes the project whose page is open', async ({ page }) => {
  await openWithProjects(page, ['Alpha', 'Beta', 'Gamma']);
  await pressQuickly(page, 'g2');
  await expect(title(page)).toHaveText('Beta');
  await run(page, 'Beta: Move to top');
  await expectPins(page, ['Beta', 'Alpha', 'Gamma']);
  await run(page, 'Beta: Record usage');
  const recording = page.getByRole('dialog', { name: 'Record a usage event' });
  await expect(recording.getByLabel('Project', { exact: true }).locator('option:checked')).toHaveText('Beta');
  await page.keyboard.press('Escape');
  await run(page, 'Beta: Edit');
  await expect(page.getByRole('dialog', { name: 'Edit project' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await run(page, 'Beta: Archive');
  // Wait for it, because the palette's items are created when it opens.
  await expectPins(page, ['Alpha', 'Gamma']);
  // An archived project can't be pinned.
  await find(page, 'Pin Beta');
  await expect(palette(page)).toContainText('Nothing matches');
  await page.keyboard.press('Escape');
  await run(page, 'Beta: Unarchive');
  await expect(page.getByRole('main').getByText('Archived', { exact: true })).toHaveCount(0);
  // The page of a deleted project is replaced by the list.
  await run(page, 'Beta: Delete with its usage');
  await expect(title(page)).toHaveText('Projects');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('main').getByRole('link', { name: 'Beta', exact: true })).toBeVisible();
});

test('the palette lists ranges, groupings and the statement on every page @long', async ({ page }) => {
  await openWithProjects(page, ['Alpha'], 0);
  await run(page, 'Last 30 days');
  await expect(page).toHaveURL(/\/\?range=last-30-days$/);
  await expect(title(page)).toHaveText('Last 30 days');
  await run(page, 'Group by: Model');
  await expect(page).toHaveURL(/\/\?range=last-30-days&by=model$/);
  await run(page, 'This quarter');
  await expect(page).toHaveURL(/\/\?range=quarter&by=model$/);
  await run(page, 'Usage statement');
  await expect(title(page)).toHaveText('Usage statement');
  await run(page, 'Group by: Client');
  await expect(page).toHaveURL(/\/\?by=client$/);
});
