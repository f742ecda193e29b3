import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { expectNoViolations } from './support/axe';
import { pressQuickly } from './support/keyboard';
import { recordForClients } from './support/record';
import { open } from './support/tokentab';

/** Clients: the list, a usage page for each, renaming in all projects at once, and statements. */

const now = new Date();
const thisMonth = now.toISOString().slice(0, 7);
const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1))
  .toISOString()
  .slice(0, 7);
const at = (month: string) => `${month}-01T12:00:00Z`;

async function fill(page: Page): Promise<void> {
  await open(page);
  await recordForClients(page, [
    { project: 'Shop', client: 'Harbour', at: at(thisMonth), tokens: 900 },
    { project: 'Stock', client: 'Harbour', at: at(thisMonth), tokens: 100 },
    { project: 'Stock', client: 'Harbour', at: at(lastMonth), tokens: 40 },
    { project: 'Site', client: 'Northwind', at: at(lastMonth), tokens: 5000 },
    { project: 'Notes', at: at(thisMonth), tokens: 7 },
  ]);
}

const clients = (page: Page) => page.getByRole('table', { name: 'Clients' });
const rows = (page: Page) => clients(page).locator('tbody').getByRole('row');
const total = (page: Page) => page.getByRole('region', { name: 'Tokens', exact: true }).locator('strong');

async function runFromPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

test('the list of clients has its filter and order in the address, also by keyboard @long', async ({
  page,
}) => {
  await fill(page);
  await pressQuickly(page, 'gc');
  await expect(page.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Clients', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expect(rows(page)).toContainText(['Harbour', 'No client', 'Northwind']);
  await expect(rows(page).first()).toHaveText(/Harbour\s*2\s*1,000\s*40/);
  await expect(page.getByRole('status').filter({ hasText: '2 clients' })).toBeVisible();
  await expectNoViolations(page, 'clients');

  await clients(page)
    .getByRole('button', { name: /^Tokens/ })
    .last()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sort=before&dir=desc/);
  await expect(rows(page)).toContainText(['Northwind', 'Harbour', 'No client']);
  await page.keyboard.press('Enter');
  await expect(rows(page)).toContainText(['No client', 'Harbour', 'Northwind']);
  await page.getByRole('searchbox', { name: 'Filter by name' }).focus();
  await page.keyboard.type('HARB');
  await expect(page).toHaveURL(/q=HARB/);
  await expect(rows(page)).toHaveCount(1);
  const link = page.url();

  await page.goBack();
  await expect(rows(page)).toContainText(['No client', 'Harbour', 'Northwind']);
  await expect(page.getByRole('searchbox', { name: 'Filter by name' })).toHaveValue('');
  await page.goBack();
  await expect(rows(page)).toContainText(['Northwind', 'Harbour', 'No client']);
  await page.goForward();
  await page.goForward();
  await expect(page.getByRole('searchbox', { name: 'Filter by name' })).toHaveValue('HARB');
  await expect(rows(page)).toHaveCount(1);

  const other = await open(await page.context().newPage(), link);
  await expect(rows(other)).toHaveCount(1);
  await expect(other.getByRole('searchbox', { name: 'Filter by name' })).toHaveValue('HARB');
});

test('a client is renamed by keyboard with all its projects, and its page follows in every tab, also on undo', async ({
  page,
}) => {
  await fill(page);
  const names = () =>
    page.evaluate(async () =>
      Object.fromEntries((await window.tokentab.getProjects()).map((each) => [each.name, each.clientName])),
    );
  const other = await open(await page.context().newPage(), '/client?name=Harbour');
  await expect(total(other)).toHaveText('1,000');

  await open(page, '/clients');
  await page.getByRole('button', { name: 'More about Harbour' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /^Statement/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Rename client' });
  await expect(dialog.getByLabel('Client')).toHaveAccessibleDescription(
    'Changes 2 projects. You can undo this.',
  );
  await expectNoViolations(page, 'rename a client');
  await dialog.getByLabel('Client').focus();
  await page.keyboard.press('Control+a');
  // The name already exists, so both clients become one, and undo changes only these two projects back.
  await page.keyboard.type('Northwind');
  await expect(dialog.getByLabel('Client')).toHaveAccessibleDescription(/already exists/);
  await page.keyboard.press('Enter');
  await expect(rows(page)).toContainText(['Northwind', 'No client']);
  expect(await names()).toEqual({ Shop: 'Northwind', Stock: 'Northwind', Site: 'Northwind', Notes: null });
  await expect(other).toHaveURL(/name=Northwind/);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Northwind');

  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual({ Shop: 'Harbour', Stock: 'Harbour', Site: 'Northwind', Notes: null });

  // On the client's own page, through the palette.
  await open(page, '/client?name=Harbour');
  await expect(total(page)).toHaveText('1,000');
  await runFromPalette(page, 'rename harb');
  await dialog.getByLabel('Client').fill('Harbour & Söhne');
  await page.keyboard.press('Enter');
  // The notification stays while it is focused, however long this takes.
  const undo = page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' });
  await undo.focus();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour & Söhne');
  await expect(total(page)).toHaveText('1,000');
  await undo.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour');
});

test('a client’s page is the month page for this client, with its statement for that month @long', async ({
  page,
}) => {
  await fill(page);
  await page.getByLabel('Group by').selectOption('Client');
  await page
    .getByRole('table', { name: /^Clients/ })
    .getByRole('link', { name: 'Harbour', exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour');
  await expect(total(page)).toHaveText('1,000');
  const table = page.getByRole('table', { name: /^Projects, / });
  await expect(table.getByRole('row')).toContainText([/Project/, 'Shop', 'Stock']);
  await expect(page.getByRole('listbox', { name: /^Tokens by day and project/ })).toBeVisible();
  await expect(page.getByRole('listbox', { name: /^Every day of/ })).toBeVisible();
  await expectNoViolations(page, 'client');
  await page.screenshot({ path: test.info().outputPath('client.png'), fullPage: true });

  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(new RegExp(`name=Harbour&month=${lastMonth}`));
  await expect(total(page)).toHaveText('40');
  await page.getByRole('button', { name: 'Range' }).click();
  await page.getByRole('link', { name: 'Last 30 days' }).click();
  await expect(page).toHaveURL(/name=Harbour&range=last-30-days/);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`month=${lastMonth}`));
  await expect(total(page)).toHaveText('40');
  await page
    .getByRole('link', { name: /^Statement for/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/statement\\?client=Harbour&month=${lastMonth}`));
  await expect(page.getByRole('table', { name: 'All projects' }).getByRole('row').last()).toContainText('40');

  await runFromPalette(page, 'statement for harb');
  await expect(page).toHaveURL(/\/statement\?client=Harbour/);
});

test('the pages of a client and a project export what they show, in the order on screen @long', async ({
  page,
}) => {
  await fill(page);
  await page.goto('/client?name=Harbour');
  const table = page.getByRole('table', { name: /^Projects, / });
  await table.getByRole('button', { name: 'Project', exact: true }).click();
  await expect(page).toHaveURL(/sort=name&dir=asc/);
  await table.getByRole('button', { name: 'Project', exact: true }).click();
  await expect(table.getByRole('row')).toContainText([/Project/, 'Stock', 'Shop']);
  expect(await csv(page)).toEqual([
    ['Project', 'Tokens'],
    ['Stock', '100'],
    ['Shop', '900'],
  ]);

  await table.getByRole('link', { name: 'Shop', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Shop');
  await expect(page.getByRole('table', { name: /^Models/ })).toBeVisible();
  expect(await csv(page)).toEqual([
    ['Model', 'Tokens'],
    ['gpt-5', '900'],
  ]);
});

/** The first column of the exported table, and its tokens. */
async function csv(page: Page): Promise<(string | undefined)[][]> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Table as CSV' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  const { data } = Papa.parse<string[]>(text, { newline: '\r\n', skipEmptyLines: true });
  const tokens = data[0]?.indexOf('Tokens') ?? 0;
  return data.map((row) => [row[0], row[tokens]]);
}
