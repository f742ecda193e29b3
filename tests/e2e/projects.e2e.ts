import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { record } from './support/record';
import { open } from './support/tokentab';

const sidebar = (page: Page) => page.getByRole('complementary', { name: 'Quick access' });
const pinned = (page: Page) => sidebar(page).getByRole('listitem').getByRole('link');
const announced = (page: Page) => page.getByTestId('announcer');
const toasts = (page: Page) => page.getByRole('region', { name: 'Notifications' });

async function pinThree(page: Page): Promise<Record<string, string>> {
  await open(page);
  const at = '2026-10-05T12:00:00Z';
  const ids = await record(
    page,
    ['Alpha', 'Beta', 'Gamma'].map((project) => ({ project, at, tokens: 10 })),
  );
  await page.evaluate(async (ids) => {
    for (const id of ids) await window.tokentab.updateProjectPinned(id, true);
  }, Object.values(ids));
  await open(page, '/projects');
  await expect(pinned(page)).toHaveText(['Alpha', 'Beta', 'Gamma']);
  return ids;
}

async function choose(page: Page, name: string, item: string): Promise<void> {
  await sidebar(page)
    .getByRole('button', { name: `Move or unpin ${name}` })
    .click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

test('a project is created and renamed, and both are undone, newest first', async ({ page }) => {
  await open(page, '/projects');
  await page.getByRole('button', { name: 'New project' }).click();
  const creating = page.getByRole('dialog', { name: 'New project' });
  await creating.getByRole('button', { name: 'Create project' }).click();
  await expect(creating.getByLabel('Name')).toHaveAccessibleDescription('A project needs a name.');
  await creating.getByLabel('Name').fill('Harbour');
  await creating.getByLabel('Client').fill('Harbour & Sons');
  await creating.getByLabel('Name').press('Enter');
  await expect(page).toHaveURL(/\/project\?id=/);
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Harbour');
  await expect(page.getByRole('main').getByText('Harbour & Sons')).toBeVisible();

  await page.getByRole('button', { name: 'Edit' }).click();
  const editing = page.getByRole('dialog', { name: 'Edit project' });
  await editing.getByLabel('Name').fill('Harbour Shop');
  await editing.getByRole('button', { name: 'Save' }).click();
  await expect(title).toHaveText('Harbour Shop');
  await toasts(page)
    .locator('.toast')
    .filter({ hasText: 'Renamed Harbour to Harbour Shop.' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(title).toHaveText('Harbour');
  // Creating can be undone as well, so Ctrl+Z never undoes something older instead.
  await page.keyboard.press('Control+z');
  await expect
    .poll(() => page.evaluate(async () => (await window.tokentab.getProjects()).map(({ name }) => name)))
    .toEqual([]);
});

test('an archived project leaves the pins and the list, and undo restores its position', async ({ page }) => {
  await pinThree(page);
  await page.getByRole('button', { name: 'More about Beta' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(pinned(page)).toHaveText(['Alpha', 'Gamma']);
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: 'Beta' })).toBeHidden();
  await main.getByText('Archived projects (1)').click();
  await expect(main.getByRole('link', { name: 'Beta' })).toBeVisible();
  await toasts(page).getByRole('button', { name: 'Undo' }).hover();
  // Its usage still counts in the totals.
  expect(await page.evaluate(() => window.tokentab.getGlobalUsageStats('2026-10'))).toMatchObject({
    eventCount: 3,
  });

  await toasts(page).getByRole('button', { name: 'Undo' }).click();
  await expect(pinned(page)).toHaveText(['Alpha', 'Beta', 'Gamma']);
  await expect(main.getByText(/^Archived projects/)).toHaveCount(0);
});

test('the pin button works in every list, and undo restores the pin’s position', async ({ page }) => {
  const ids = await pinThree(page);
  await page.goto(`/project?id=${ids['Alpha']}`);
  const button = page.getByRole('main').getByRole('button', { name: 'Pin Alpha' });
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await expect(pinned(page)).toHaveText(['Beta', 'Gamma']);
  await toasts(page).getByRole('button', { name: 'Undo' }).click();
  await expect(pinned(page)).toHaveText(['Alpha', 'Beta', 'Gamma']);
  await expect(button).toHaveAttribute('aria-pressed', 'true');

  await page.goto('/?month=2026-10');
  const inTable = page.getByRole('table', { name: 'Projects' }).getByRole('button', { name: 'Pin Beta' });
  await inTable.click();
  await inTable.click();
  await expect(pinned(page)).toHaveText(['Alpha', 'Gamma', 'Beta']);
  await expect(announced(page)).toHaveText('Beta pinned at position 3');
  await pinned(page).nth(1).click();
  await expect(page).toHaveURL(`/project?id=${ids['Gamma']}&month=2026-10`);
  await expect(pinned(page).nth(1)).toHaveAttribute('aria-current', 'page');
});

test('the menu moves a pin up, down, to the top and to the bottom, announces it, and keeps the focus @long', async ({
  page,
}) => {
  await pinThree(page);
  const steps: [name: string, item: string, order: string[], said: string][] = [
    ['Gamma', 'Move up', ['Alpha', 'Gamma', 'Beta'], 'Gamma moved to position 2 of 3'],
    ['Alpha', 'Move down', ['Gamma', 'Alpha', 'Beta'], 'Alpha moved to position 2 of 3'],
    ['Beta', 'Move to top', ['Beta', 'Gamma', 'Alpha'], 'Beta moved to position 1 of 3'],
    ['Beta', 'Move to bottom', ['Gamma', 'Alpha', 'Beta'], 'Beta moved to position 3 of 3'],
  ];
  for (const [name, item, order, said] of steps) {
    await choose(page, name, item);
    await expect(pinned(page)).toHaveText(order);
    await expect(announced(page)).toHaveText(said);
    await expect(sidebar(page).getByRole('button', { name: `Move or unpin ${name}` })).toBeFocused();
  }
  await choose(page, 'Alpha', 'Unpin');
  await expect(pinned(page)).toHaveText(['Gamma', 'Beta']);
  await page.reload();
  await expect(pinned(page)).toHaveText(['Gamma', 'Beta']);
});

test('pins are moved by keyboard alone with Alt and the arrow keys, or the menu @long', async ({ page }) => {
  await pinThree(page);
  await pinned(page).filter({ hasText: 'Beta' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(pinned(page)).toHaveText(['Beta', 'Alpha', 'Gamma']);
  await expect(pinned(page).filter({ hasText: 'Beta' })).toBeFocused();
  await expect(announced(page)).toHaveText('Beta moved to position 1 of 3');

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  // The pin is at the top already, so the first enabled item is “Move down”.
  await expect(page.getByRole('menuitem', { name: 'Move down' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(pinned(page)).toHaveText(['Alpha', 'Gamma', 'Beta']);
  await expect(sidebar(page).getByRole('button', { name: 'Move or unpin Beta' })).toBeFocused();
});

test('another tab shows a new order of the pins at once @long', async ({ app }) => {
  const page = app.page;
  await pinThree(page);
  const other = await open(await app.context.newPage(), '/import');
  await expect(pinned(other)).toHaveText(['Alpha', 'Beta', 'Gamma']);
  await page.bringToFront();
  await choose(page, 'Gamma', 'Move to top');
  await expect(pinned(other)).toHaveText(['Gamma', 'Alpha', 'Beta']);
});
