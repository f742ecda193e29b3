import type { Page } from 'playwright';
import { expect, fillOnce, test } from './support/app';
import { record } from './support/record';
import { open } from './support/tokentab';

const usage = [
  { project: 'Shop', at: '2026-08-10T12:00:00Z', tokens: 111 },
  { project: 'Shop', at: '2026-09-05T12:00:00Z', tokens: 1_000 },
  { project: 'Shop', at: '2026-10-05T12:00:00Z', tokens: 1_500 },
  { project: 'Shop', at: '2026-10-06T12:00:00Z', tokens: 250 },
  { project: 'Blog', at: '2026-10-06T12:00:00Z', tokens: 50 },
];

const month = (page: Page) => page.getByRole('heading', { level: 1 });
const tokens = (page: Page) => page.getByRole('region', { name: 'Tokens', exact: true });
const daily = (page: Page) => page.getByRole('region', { name: 'Tokens by day' });
const projects = (page: Page) => page.getByRole('table', { name: 'Projects' });

test.describe('of one database', () => {
  const ids = fillOnce(async (page) => {
    await open(page);
    return record(page, usage);
  });

  test('the month is in the address, and steps, back, forward, links and the keys ‹ › T change it', async ({
    page,
  }) => {
    await open(page, '/?month=2026-10');
    await expect(month(page)).toHaveText('October 2026');
    await expect(tokens(page)).toContainText('1,800');

    await page.getByRole('link', { name: 'Previous month, September 2026' }).click();
    await expect(page).toHaveURL('/?month=2026-09');
    await expect(tokens(page)).toContainText('1,000');
    await page.keyboard.press('ArrowLeft');
    await expect(page).toHaveURL('/?month=2026-08');
    await expect(tokens(page)).toContainText('111');
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL('/?month=2026-09');

    await page.goBack();
    await expect(month(page)).toHaveText('August 2026');
    await expect(tokens(page)).toContainText('111');
    await page.goForward();
    await expect(month(page)).toHaveText('September 2026');

    await page.keyboard.press('t');
    await expect(page).toHaveURL('/');
    const thisMonth = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric' }).format();
    await expect(month(page)).toHaveText(thisMonth);
    // The current month is the last; there is no step beyond it.
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL('/');

    await page.goto('/?month=2026-09');
    await expect(tokens(page)).toContainText('1,000');
  });

  test('the total shows its split, its change against last month, and each project’s share @smoke', async ({
    page,
  }) => {
    await page.goto('/?month=2026-10');
    await expect(tokens(page)).toContainText(/1,800\s*\+80%\svs Sep 1\s–\s30/);
    await expect(tokens(page).getByText('Cache read')).toBeVisible();
    const row = (name: string) => projects(page).getByRole('row', { name });
    await expect(row('Shop').getByRole('cell')).toContainText(['', '1,750', '97%', '+75%', '']);
    await expect(row('Blog').getByRole('cell')).toContainText(['', '50', '2.8%', 'New', '']);
  });

  test('the bars can be read by keyboard, and the table has the same numbers', async ({ page }) => {
    await page.goto('/?month=2026-10');
    const bars = daily(page).getByRole('listbox', { name: 'Tokens by day' });
    await expect(bars.getByRole('option')).toHaveCount(31);
    await bars.getByRole('option').first().focus();
    for (let day = 1; day < 6; day += 1) await page.keyboard.press('ArrowRight');
    await expect(
      bars.getByRole('option', { name: 'Tue, Oct 6: 300 tokens. Shop 250, Blog 50' }),
    ).toBeFocused();
    // Arrow keys inside the chart don't change the month.
    await expect(page).toHaveURL('/?month=2026-10');

    await daily(page).getByRole('button', { name: 'View as table' }).click();
    const rows = daily(page).getByRole('table').getByRole('row');
    await expect(rows).toHaveText([
      /Day\s*Shop\s*Blog\s*Total/,
      /Mon, Oct 5\s*1,500\s*0\s*1,500/,
      /Tue, Oct 6\s*250\s*50\s*300/,
    ]);

    await daily(page).getByLabel('Group by').selectOption('Token kind');
    await expect(rows.first()).toContainText('Cache read');
  });

  test('a project in the table links to its own page for the same month', async ({ page }) => {
    await page.goto('/?month=2026-10');
    await projects(page).getByRole('link', { name: 'Shop', exact: true }).click();
    await expect(page).toHaveURL(`/project?id=${ids()['Shop']}&month=2026-10`);
    await expect(month(page)).toHaveText('Shop');
    await expect(tokens(page)).toContainText('1,750');
    await expect(
      daily(page).getByRole('option', { name: 'Tue, Oct 6: 250 tokens. Input 250' }),
    ).toBeVisible();
    await expect(page.getByRole('table', { name: /^Models, / })).toContainText('gpt-5');
    await expect(page.getByRole('table', { name: 'By source' })).toContainText('Entered by hand');
    await page.keyboard.press('ArrowLeft');
    await expect(page).toHaveURL(`/project?id=${ids()['Shop']}&month=2026-09`);
    await expect(tokens(page)).toContainText('1,000');

    await page.goto('/project?id=nobody');
    await expect(month(page)).toHaveText('Project not found');
  });
});

test('the current month is compared with the same days of the month before', async ({ page }) => {
  await open(page);
  const now = new Date();
  const [year, thisMonth, today] = [now.getFullYear(), now.getMonth(), now.getDate()];
  const lastDayBefore = new Date(year, thisMonth, 0).getDate();
  const noon = (day: number) => new Date(year, thisMonth - 1, day, 12).toISOString();
  await record(page, [
    { project: 'Shop', at: now.toISOString(), tokens: 300 },
    { project: 'Shop', at: noon(1), tokens: 400 },
    // Counts only if today is the last day or later.
    { project: 'Shop', at: noon(lastDayBefore), tokens: 1_000 },
  ]);
  const isWhole = today >= lastDayBefore;
  await page.goto('/');
  await expect(tokens(page)).toContainText(isWhole ? '−79%' : '−25%');
  const days = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'short' });
  const range = days.formatRange(
    new Date(year, thisMonth - 1, 1),
    new Date(year, thisMonth - 1, Math.min(today, lastDayBefore)),
  );
  await expect(tokens(page)).toContainText(`vs ${range}`);
  await expect(daily(page).getByText('so far').first()).toBeVisible();
});

test('usage stored by one tab appears in the other', async ({ app }) => {
  const writing = await open(app.page);
  await record(writing, usage);
  const watching = await open(await app.context.newPage(), '/?month=2026-10');
  await expect(tokens(watching)).toContainText('1,800');
  await record(writing, [{ project: 'New one', at: '2026-10-20T12:00:00Z', tokens: 4_200 }]);
  await expect(tokens(watching)).toContainText('6,000');
  await expect(projects(watching).getByRole('row', { name: 'New one' })).toContainText('4,200');
});
