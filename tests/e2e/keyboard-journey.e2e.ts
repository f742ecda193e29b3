import type { Locator, Page } from 'playwright';
import { expect, test } from './support/app';
import { menuTakesFocus, pressQuickly, pressTabTo } from './support/keyboard';
import { recordForClients } from './support/record';
import { open, totalsByProject } from './support/tokentab';

/** Everything with the keyboard alone: the focus moves by Tab, arrow keys or shortcuts, never by the test. */

const month = '2026-10';
const usage = [
  { project: 'Shop', client: 'Harbour', at: '2026-09-07T12:00:00Z', tokens: 1_000 },
  { project: 'Shop', client: 'Harbour', at: '2026-10-05T14:30:00Z', tokens: 1_500 },
  { project: 'Site', client: 'Northwind', at: '2026-10-06T09:30:00Z', tokens: 70 },
  { project: 'Notes', at: '2026-10-06T09:30:00Z', tokens: 8 },
];

const total = (page: Page) => page.getByRole('region', { name: 'Tokens', exact: true }).locator('strong');
const main = (page: Page) => page.getByRole('main');

async function start(page: Page, path: string): Promise<void> {
  await open(page);
  await recordForClients(page, usage);
  await open(page, path);
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await pressTabTo(page, target);
  await page.keyboard.press(key);
}

/** Typing the first letters selects an option, even if the list stays closed. */
async function choose(page: Page, select: Locator, letters: string): Promise<void> {
  await pressTabTo(page, select);
  await pressQuickly(page, letters);
}

/** Moves to the item of the open menu with ↓ and selects it. */
async function take(page: Page, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name });
  await expect(item).toBeVisible();
  await menuTakesFocus(page);
  for (let presses = 0; presses < 8; presses += 1) {
    if (await item.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(item).toBeFocused();
  await page.keyboard.press('Enter');
}

test('the month by keyboard: stepper, range, grouping, filters, and down to the events', async ({ page }) => {
  test.slow();
  await start(page, `/?month=${month}`);
  await expect(total(page)).toHaveText('1,578');
  await press(page, page.getByRole('link', { name: /^Previous month/ }));
  await expect(total(page)).toHaveText('1,000');
  await page.keyboard.press('ArrowRight');
  await expect(total(page)).toHaveText('1,578');

  for (const [name, address] of [
    ['This year', /range=year/],
    ['This quarter', /range=quarter/],
    ['Last 30 days', /range=last-30-days/],
  ] as const) {
    await press(page, page.getByRole('button', { name: 'Range' }));
    await press(page, page.getByRole('link', { name }));
    await expect(page).toHaveURL(address);
  }
  await page.goBack();
  await expect(page).toHaveURL(/range=quarter/);
  await page.goto(`/?month=${month}`);
  await expect(total(page)).toHaveText('1,578');

  await pressTabTo(page, page.getByLabel('Group by'));
  for (const [by, row] of [
    ['client', 'Harbour'],
    ['model', 'gpt-5'],
    ['source', 'Entered by hand'],
    ['eventType', 'chat'],
    ['path', 'Not recorded'],
    ['kind', 'Shop'],
  ] as const) {
    await page.keyboard.press('ArrowDown');
    await expect(page).toHaveURL(new RegExp(`by=${by}$`));
    await expect(main(page).getByRole('table').nth(1).getByRole('row', { name: row })).toBeVisible();
    await expect(page.getByLabel('Group by')).toBeFocused();
  }
  await page.keyboard.press('Home');
  await expect(page).not.toHaveURL(/by=/);
  await press(page, main(page).getByRole('button', { name: 'Filters' }));
  await choose(page, page.getByRole('combobox', { name: 'Client', exact: true }), 'North');
  await expect(total(page)).toHaveText('70');
  await choose(page, page.getByLabel('Compare with'), 'No');
  await expect(page).toHaveURL(/compare=none/);
  await press(page, page.getByRole('link', { name: 'Clear filters' }).first());
  await expect(total(page)).toHaveText('1,578');

  // Inside a chart, arrow keys move, Home and End jump, and Enter opens.
  const events = page.getByText('1 event · 1,500 tokens');
  await pressTabTo(page, page.getByRole('option', { name: /Oct \d+/ }).and(page.locator('g[tabindex="0"]')));
  await page.keyboard.press('Home');
  for (let day = 1; day < 5; day += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(events).toBeVisible();
  await page.goBack();
  await expect(total(page)).toHaveText('1,578');
  const hour = page.getByRole('option', { name: /^Mon, .*: 1,500 tokens/ });
  await press(page, hour.and(page.locator('rect[tabindex="0"]')));
  await expect(events).toBeVisible();
});

test('projects by keyboard: created, renamed, archived, merged and deleted, and a client’s statement @long', async ({
  page,
}) => {
  test.slow();
  await start(page, '/');
  const title = page.getByRole('heading', { level: 1 });
  const go = async (keys: string, name: string) => {
    await pressQuickly(page, keys);
    // The next element may also exist on the page that is being left.
    await expect(title).toHaveText(name);
  };
  await go('gp', 'Projects');
  await press(page, main(page).getByRole('button', { name: 'New project' }));
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('Quay');
  await page.keyboard.press('Enter');
  await expect(title).toHaveText('Quay');
  await page.keyboard.press('p');
  await expect(main(page).getByRole('button', { name: 'Pin Quay' })).toHaveAttribute('aria-pressed', 'true');
  await press(page, main(page).getByRole('button', { name: 'Edit' }));
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Quay 2');
  await page.keyboard.press('Enter');
  await expect(title).toHaveText('Quay 2');
  await press(page, main(page).getByRole('button', { name: 'Archive' }), 'Space');
  await expect(main(page).getByText('Archived', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(main(page).getByRole('button', { name: 'Pin Quay 2' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  await go('gp', 'Projects');
  await press(page, main(page).getByRole('button', { name: 'More about Site' }));
  await take(page, 'Merge into another project');
  const dialog = page.getByRole('dialog', { name: 'Merge into another project' });
  await choose(page, dialog.getByLabel('Project', { exact: true }), 'Shop');
  await press(page, dialog.getByRole('button', { name: 'Merge' }));
  await expect.poll(() => totalsByProject(page, month)).toEqual({ Shop: 1_570, Notes: 8 });
  await page.keyboard.press('Control+z');
  await expect.poll(() => totalsByProject(page, month)).toEqual({ Shop: 1_500, Site: 70, Notes: 8 });
  await press(page, main(page).getByRole('button', { name: 'More about Shop' }));
  await take(page, 'Delete with its usage');
  await expect.poll(() => totalsByProject(page, month)).toEqual({ Site: 70, Notes: 8 });
  await page.keyboard.press('Control+z');
  await expect.poll(() => totalsByProject(page, month)).toEqual({ Shop: 1_500, Site: 70, Notes: 8 });

  await go('gc', 'Clients');
  await press(page, main(page).getByRole('link', { name: 'Harbour' }));
  await expect(title).toHaveText('Harbour');
  await press(
    page,
    main(page)
      .getByRole('link', { name: /^Statement for/ })
      .first(),
  );
  // The page before had a list of months as well.
  const months = main(page).getByRole('combobox', { name: 'Month' });
  await expect(months.getByRole('option', { name: /October/ })).toBeAttached();
  await choose(page, months, 'Oct');
  await expect(page.getByRole('table', { name: 'All projects' })).toContainText('1,500');
  await page.evaluate(() => {
    window.print = () => (document.title = 'printed');
  });
  await press(page, main(page).getByRole('button', { name: 'Print / Save as PDF' }));
  await expect(page).toHaveTitle('printed');
});
