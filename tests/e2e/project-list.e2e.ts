import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { expectNoViolations } from './support/axe';
import { record, recordForClients } from './support/record';
import { open, totalsByProject } from './support/tokentab';

/** The list of projects: its address, and permanent removal. */

const now = new Date();
const month = now.toISOString().slice(0, 7);
const at = `${month}-01T12:00:00.000Z`;

const names = (page: Page) =>
  page.getByRole('list', { name: 'Projects', exact: true }).getByRole('listitem').locator('a:not(.client)');
const filter = (page: Page) => page.getByRole('searchbox', { name: 'Filter by name or client' });

test('filter, sort column and direction are in the address, and back, forward and links restore them', async ({
  page,
}) => {
  await open(page);
  await recordForClients(page, [
    { project: 'Beta', client: 'Acme', at, tokens: 30 },
    { project: 'Alpha', client: 'Zoo', at, tokens: 10 },
    { project: 'Gamma', client: 'Acme', at, tokens: 20 },
  ]);
  await page.goto('/projects');
  await expect(names(page)).toHaveText(['Alpha', 'Beta', 'Gamma']);
  await page.getByLabel('Sort by').focus();
  await page.keyboard.type('Tok');
  await expect(page).toHaveURL(/\/projects\?sort=tokens&dir=desc$/);
  await expect(names(page)).toHaveText(['Beta', 'Gamma', 'Alpha']);
  await page.getByRole('button', { name: 'Descending' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sort=tokens&dir=asc$/);
  await expect(names(page)).toHaveText(['Alpha', 'Gamma', 'Beta']);
  await expect(page.getByRole('button', { name: 'Ascending' })).toBeFocused();
  await filter(page).focus();
  await page.keyboard.type('acme');
  await expect(page).toHaveURL(/q=acme&sort=tokens&dir=asc$/);
  await expect(names(page)).toHaveText(['Gamma', 'Beta']);
  await expectNoViolations(page, 'projects, narrowed');

  // Open a project and go back: the list is unchanged.
  await page.getByRole('main').getByRole('link', { name: 'Gamma' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gamma');
  await page.goBack();
  await expect(names(page)).toHaveText(['Gamma', 'Beta']);
  await expect(filter(page)).toHaveValue('acme');
  const link = page.url();
  await page.goBack();
  await expect(filter(page)).toHaveValue('');
  await expect(names(page)).toHaveText(['Alpha', 'Gamma', 'Beta']);
  await page.goBack();
  await expect(names(page)).toHaveText(['Beta', 'Gamma', 'Alpha']);
  await page.goBack();
  await expect(names(page)).toHaveText(['Alpha', 'Beta', 'Gamma']);
  await page.goForward();
  await expect(names(page)).toHaveText(['Beta', 'Gamma', 'Alpha']);
  await expect(page.getByLabel('Sort by')).toHaveValue('tokens');

  const other = await open(await page.context().newPage(), link);
  await expect(names(other)).toHaveText(['Gamma', 'Beta']);
  await expect(filter(other)).toHaveValue('acme');
});

test('a deleted project is removed permanently after a confirmation that lists what is lost, and other tabs follow', async ({
  page,
}) => {
  await open(page);
  const ids = await record(page, [
    { project: 'Keep', at, tokens: 5 },
    { project: 'Secret', at, tokens: 1000 },
    { project: 'Secret', at, tokens: 234 },
  ]);
  await page.evaluate(async (id) => window.tokentab.updateProjectPinned(id, true), ids['Secret'] ?? '');
  const other = await open(await page.context().newPage(), '/projects');
  await other.getByRole('button', { name: 'More about Secret' }).click();
  await other.getByRole('menuitem', { name: 'Delete with its usage' }).click();
  await other.getByText('Deleted projects (1)').click();

  await page.goto('/projects');
  await page.getByText('Deleted projects (1)').focus();
  await page.keyboard.press('Enter');
  const button = page.getByRole('button', { name: /^Delete permanently…, Secret/ });
  await expect(button).toBeVisible();
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Delete Secret permanently?' });
  await expect(dialog.getByRole('listitem')).toHaveText(['2 usage events with 1,234 tokens']);
  await expectNoViolations(page, 'delete permanently');
  await page.screenshot({ path: test.info().outputPath('question.png') });
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeVisible();

  await button.focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Delete permanently' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Permanently deleted Secret.')).toBeVisible();
  await expect(page.getByText(/^Deleted projects/)).toHaveCount(0);
  await expect(other.getByText(/^Deleted projects/)).toHaveCount(0);
  // The other tab still offers undo, and reports that there is nothing to restore.
  await other.bringToFront();
  await other.keyboard.press('Control+z');
  await expect(other.getByText(/It may have been removed in the meantime/)).toBeVisible();
  expect(await totalsByProject(page, month)).toEqual({ Keep: 5 });
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({ ok: true, differences: [] });
});
