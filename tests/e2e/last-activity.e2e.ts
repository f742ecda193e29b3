import Papa from 'papaparse';
import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { download } from './support/download';
import { record } from './support/record';
import { open } from './support/tokentab';

/** When a project was last used: in the month's table, in the list of projects, as their order, and in exports. */

const usage = [
  { project: 'Old', at: '2026-08-10T12:00:00Z', tokens: 500 },
  { project: 'Old', at: '2026-10-02T12:00:00Z', tokens: 100 },
  { project: 'New', at: '2026-10-20T12:00:00Z', tokens: 10 },
  { project: 'Middle', at: '2026-10-03T12:00:00Z', tokens: 300 },
  // After the shown month.
  { project: 'Middle', at: '2026-11-02T12:00:00Z', tokens: 1 },
];

const table = (page: Page) => page.getByRole('table', { name: /^Projects, / });
const names = (page: Page) => table(page).getByRole('rowheader');
const list = (page: Page) =>
  page.getByRole('list', { name: 'Projects', exact: true }).getByRole('listitem').locator('a');

test('the month’s table says when each project was last used, and is sorted by it', async ({ page }) => {
  await open(page);
  await record(page, usage);
  await page.goto('/?month=2026-10');
  await expect(names(page)).toHaveText(['Middle', 'Old', 'New']);
  await expect(table(page).getByRole('row', { name: 'Middle' })).toContainText('Nov 2, 2026');
  const head = table(page).getByRole('button', { name: 'Last activity' });
  await head.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sort=activity&dir=desc$/);
  await expect(names(page)).toHaveText(['Middle', 'New', 'Old']);
  const file = await download(page, /Table as CSV/);
  const { data } = Papa.parse<string[]>(file.text, { newline: '\r\n', skipEmptyLines: true });
  expect(data.map((row) => [row[0], row.at(-1)])).toEqual([
    ['Project', 'Last activity'],
    ['Middle', '2026-11-02'],
    ['New', '2026-10-20'],
    ['Old', '2026-10-02'],
  ]);
  await head.click();
  await expect(names(page)).toHaveText(['Old', 'New', 'Middle']);
});

test('the list of projects is sorted by last activity, unused ones last @long', async ({ page }) => {
  await open(page);
  await record(page, usage);
  await page.evaluate(() => window.tokentab.createProject({ name: 'Never' }));
  await page.goto('/projects');
  await expect(list(page)).toHaveText(['Middle', 'Never', 'New', 'Old']);
  await page.getByLabel('Sort by').selectOption('Last activity');
  await expect(page).toHaveURL(/\/projects\?sort=activity&dir=desc$/);
  await expect(list(page)).toHaveText(['Middle', 'New', 'Old', 'Never']);
  await expect(page.getByRole('listitem').filter({ hasText: 'New' }).last()).toContainText(
    'last activity Oct 20, 2026',
  );
  await record(page, [{ project: 'Old', at: '2026-11-20T12:00:00Z', tokens: 1 }]);
  await expect(list(page)).toHaveText(['Old', 'Middle', 'New', 'Never']);
});

test('a long table starts with its first fifty rows, shows the rest on request, and is exported completely @long', async ({
  page,
}) => {
  await open(page);
  const many = Array.from({ length: 60 }, (_, index) => ({
    project: `Project ${String(index).padStart(2, '0')}`,
    at: '2026-10-05T12:00:00Z',
    tokens: index + 1,
  }));
  await record(page, many);
  await page.goto('/?month=2026-10');
  await expect(names(page)).toHaveCount(50);
  await expect(names(page).first()).toHaveText('Project 59');
  // The order applies to all rows, not only to the shown ones.
  await table(page).getByRole('button', { name: 'Tokens' }).click();
  await expect(names(page).first()).toHaveText('Project 00');
  const file = await download(page, /Table as CSV/);
  const { data } = Papa.parse<string[]>(file.text, { newline: '\r\n', skipEmptyLines: true });
  expect(data.slice(1).map(([name]) => name)).toEqual(many.map(({ project }) => project));
  await page.getByRole('button', { name: 'Show all 60' }).focus();
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveCount(60);
  await expect(names(page).nth(50).getByRole('link')).toBeFocused();
});
