import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { record } from './support/record';
import { open, totalsByProject } from './support/tokentab';

/** Creating can be undone like changing: Ctrl+Z never undoes something older instead. */

const month = new Date().toISOString().slice(0, 7);
const main = (page: Page) => page.getByRole('main');
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const shown = (page: Page) =>
  page.evaluate(async () => (await window.tokentab.getProjects()).map(({ name }) => name));

async function create(page: Page, name: string): Promise<void> {
  await main(page).getByRole('button', { name: 'New project' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText(name);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('creating a project and recording an event can be undone, newest first @long', async ({ page }) => {
  await open(page, '/projects');
  await create(page, 'Quay');
  await main(page).getByRole('button', { name: 'Record usage' }).click();
  await page.getByLabel('Input tokens').fill('70');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Recorded 70 tokens for Quay.')).toBeVisible();
  await expect.poll(() => totalsByProject(page, month)).toEqual({ Quay: 70 });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: Recorded 70 tokens for Quay.').first()).toBeVisible();
  await expect.poll(() => totalsByProject(page, month)).toEqual({});
  expect(await shown(page)).toEqual(['Quay']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => shown(page)).toEqual([]);
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({ ok: true, differences: [] });
});

test('undoing a restore deletes the project again, with its usage @long', async ({ page }) => {
  await open(page);
  await record(page, [{ project: 'Shop', at: `${month}-01T12:00:00Z`, tokens: 5 }]);
  await open(page, '/projects');
  await main(page).getByRole('button', { name: 'More about Shop' }).click();
  await page.getByRole('menuitem', { name: 'Delete with its usage' }).click();
  await main(page).getByText('Deleted projects (1)').click();
  await main(page).getByRole('button', { name: 'Restore Shop' }).click();
  await expect.poll(() => totalsByProject(page, month)).toEqual({ Shop: 5 });
  const restored = page.locator('.toast').filter({ hasText: 'Restored Shop.' });
  await restored.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => shown(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => totalsByProject(page, month)).toEqual({ Shop: 5 });
});

test('a name or client that is too long is reported at its field @long', async ({ page }) => {
  await open(page, '/projects');
  await main(page).getByRole('button', { name: 'New project' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('n'.repeat(301));
  await dialog.getByLabel('Client').fill('c'.repeat(301));
  await dialog.getByRole('button', { name: 'Create project' }).click();
  for (const field of ['Name', 'Client']) {
    await expect(dialog.getByLabel(field)).toHaveAccessibleDescription(/Use at most 300 characters\./);
  }
  await dialog.getByLabel('Client').fill('');
  await dialog.getByLabel('Name').fill('n'.repeat(300));
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('n'.repeat(300));
});
