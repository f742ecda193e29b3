import type { Page } from 'playwright';
import { expect, fillOnce, test } from './support/app';
import { claudeLine, importTexts } from './support/imports';
import { open } from './support/tokentab';

const day = 86_400_000;

/** Usage around the middle of this and the last month, so that the test passes on any day of the year. */
fillOnce(async (page) => {
  await open(page);
  const now = Date.now();
  const lines = [
    { id: 'a', cwd: '/w/alpha', timestamp: new Date(now - 1000).toISOString(), input: 1000, output: 200 },
    { id: 'b', cwd: '/w/beta', timestamp: new Date(now - 2000).toISOString(), input: 300, output: 0 },
    { id: 'c', cwd: '/w/beta', timestamp: new Date(now - 45 * day).toISOString(), input: 40, output: 2 },
  ];
  const text = lines
    .map((line) => claudeLine({ ...line, session: `session-${line.id}` }))
    .map((line, index) => (index === 0 ? line.replace('claude-sonnet-4-5', 'claude-opus-4-5') : line))
    .join('\n');
  await importTexts(page, [{ name: 'log.jsonl', text }]);
});

const total = (page: Page) => page.getByRole('region', { name: 'Tokens', exact: true }).locator('strong');

test('range, grouping and filters are in the address, and links, back and forward restore them', async ({
  app,
}) => {
  const page = await open(app.page);
  await expect(total(page)).toHaveText('1,500');

  await page.getByRole('button', { name: 'Range' }).click();
  await page.getByRole('link', { name: 'Last 30 days' }).click();
  await expect(page).toHaveURL(/range=last-30-days/);
  await expect(page.getByRole('heading', { level: 1, name: 'Last 30 days' })).toBeVisible();

  await page.getByLabel('Group by').selectOption('Model');
  await expect(page.getByRole('listbox', { name: /^Tokens by day and model/ })).toBeVisible();
  const models = page.getByRole('table', { name: /^Models/ });
  await expect(models.getByRole('row')).toHaveCount(3);

  await models.getByRole('link', { name: 'claude-opus-4-5', exact: true }).click();
  await expect(page).toHaveURL(/model=claude-opus-4-5/);
  await expect(total(page)).toHaveText('1,200');
  await expect(page.getByRole('button', { name: 'Filters (1)' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Project', exact: true }).selectOption('beta');
  await expect(page.getByText('No usage in Last 30 days matches the filters.')).toBeVisible();

  const link = page.url();
  await page.goBack();
  await expect(total(page)).toHaveText('1,200');
  await page.goBack();
  await expect(models).toBeVisible();
  await expect(page.getByLabel('Group by')).toHaveValue('model');
  await page.goForward();
  await expect(total(page)).toHaveText('1,200');

  const other = await open(await app.context.newPage(), link);
  await expect(other.getByText('No usage in Last 30 days matches the filters.')).toBeVisible();
  await expect(
    other.getByRole('combobox', { name: 'Project', exact: true }).locator('option:checked'),
  ).toHaveText('beta');
  await expect(
    other.getByRole('combobox', { name: 'Model', exact: true }).locator('option:checked'),
  ).toHaveText('claude-opus-4-5');
  await other.getByRole('link', { name: 'Clear filters' }).first().click();
  await expect(total(other)).toHaveText('1,500');
});

test('a custom range can be set, and the stepper and the bars work by keyboard', async ({ app }) => {
  const page = await open(app.page);
  await expect(total(page)).toHaveText('1,500');
  const heading = page.getByRole('heading', { level: 1 });
  const thisMonth = (await heading.textContent()) ?? '';

  await page.getByRole('button', { name: 'Range' }).click();
  const year = new Date().getUTCFullYear();
  await page.getByLabel('From', { exact: true }).fill(`${year - 1}-01-01`);
  await page.getByLabel('To', { exact: true }).fill(`${year}-12-31`);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(new RegExp(`from=${year - 1}-01-01&to=${year}-12-31`));
  await expect(total(page)).toHaveText('1,542');
  // Two years are drawn as months.
  const bars = page.getByRole('listbox', { name: /^Tokens by month and project/ });
  await expect(bars.getByRole('option')).toHaveCount(24);

  const running = bars.getByRole('option', { name: /so far: / });
  await running.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(running).not.toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(running).toBeFocused();
  await page.getByRole('button', { name: 'View as table' }).first().click();
  await expect(page.getByRole('table', { name: /^Tokens by month and project/ })).toContainText('1,500');

  await page.locator('body').click({ position: { x: 5, y: 400 } });
  await page.keyboard.press('t');
  await expect(heading).toHaveText(thisMonth);
  await page.keyboard.press('ArrowLeft');
  await expect(heading).not.toHaveText(thisMonth);
  await page.keyboard.press('ArrowRight');
  await expect(heading).toHaveText(thisMonth);
});

test('a project’s page shows the same view and days for this project only', async ({ app }) => {
  const page = await open(app.page, '/?range=year&compare=year');
  // Rows are rewritten when numbers arrive, so wait for the last of them before clicking.
  const projects = page.getByRole('table', { name: /^Projects/ });
  await expect(projects.getByRole('row')).toHaveCount(3);
  await projects.getByRole('link', { name: 'alpha', exact: true }).click();
  await expect(page).toHaveURL(/\/project\?id=[^&]+&range=year&compare=year$/);
  await expect(total(page)).toHaveText('1,200');
  await expect(page.getByRole('listbox', { name: /^Tokens by month and token kind/ })).toBeVisible();
  await page.getByLabel('Group by').selectOption('Source');
  await expect(page.getByRole('listbox', { name: /^Tokens by month and source/ })).toBeVisible();
  await expect(page).toHaveURL(/by=source/);
});
