import type { Locator, Page } from 'playwright';
import { expect, test } from './support/app';
import { recordForClients } from './support/record';
import { open, totalsByProject } from './support/tokentab';

/** Everything by touch alone, on a phone: the month, its events, projects and the statement. */

test.use({ hasTouchScreen: true });

const month = '2026-10';
const usage = [
  { project: 'Shop', client: 'Harbour', at: '2026-09-07T12:00:00Z', tokens: 1_000 },
  { project: 'Shop', client: 'Harbour', at: '2026-10-05T14:30:00Z', tokens: 1_500 },
  { project: 'Site', client: 'Northwind', at: '2026-10-06T09:30:00Z', tokens: 70 },
  { project: 'Notes', at: '2026-10-06T09:30:00Z', tokens: 8 },
];

const total = (page: Page) => page.getByRole('region', { name: 'Tokens', exact: true }).locator('strong');
const main = (page: Page) => page.getByRole('main');
const button = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name });
/** The button of the message with this text; there may be other messages. */
const undo = (page: Page, said: string | RegExp) =>
  page
    .getByRole('region', { name: 'Notifications' })
    .locator('.toast')
    .filter({ hasText: said })
    .getByRole('button', { name: 'Undo' });

async function start(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page);
  await recordForClients(page, usage);
  await page.goto(path);
}

/** A tap opens the operating system's own list, so the option is selected for it. */
async function choose(select: Locator, label: string): Promise<void> {
  await select.tap();
  await select.selectOption({ label });
}

test('the month by touch: stepper, range, grouping, filters, and down to the events @long', async ({
  page,
}) => {
  await start(page, `/?month=${month}`);
  await expect(total(page)).toHaveText('1,578');
  await page.getByRole('link', { name: /^Previous month/ }).tap();
  await expect(total(page)).toHaveText('1,000');
  await page.getByRole('link', { name: /^Next month/ }).tap();
  await expect(total(page)).toHaveText('1,578');

  await button(page, 'Range').tap();
  await page.getByLabel('From', { exact: true }).fill('2026-09-01');
  await page.getByLabel('To', { exact: true }).fill('2026-10-05');
  await page.getByRole('button', { name: 'Show' }).tap();
  await expect(total(page)).toHaveText('2,500');
  await page.goBack();
  await expect(total(page)).toHaveText('1,578');

  for (const [by, row] of [
    ['Client', 'Harbour'],
    ['Model', 'gpt-5'],
    ['Type', 'chat'],
    ['Project', 'Shop'],
  ] as const) {
    await choose(page.getByLabel('Group by'), by);
    await expect(main(page).getByRole('table').nth(1).getByRole('row', { name: row })).toBeVisible();
  }
  await button(page, 'Filters').tap();
  await choose(page.getByRole('combobox', { name: 'Client', exact: true }), 'Northwind');
  await expect(total(page)).toHaveText('70');
  await choose(page.getByLabel('Compare with'), 'Same period last year');
  await expect(page).toHaveURL(/compare=year/);
  await page.getByRole('link', { name: 'Clear filters' }).first().tap();
  await expect(total(page)).toHaveText('1,578');

  // A bar, a day of the year, an hour of the week and a row of the table each lead to their events.
  const day = /Mon, Oct 5: 1,500 tokens/;
  const shownEvents = page.getByRole('list', { name: 'Events, newest day first' });
  for (const mark of [
    page.getByRole('listbox', { name: /^Tokens by day/ }).getByRole('option', { name: day }),
    page.getByRole('listbox', { name: /^Every day/ }).getByRole('option', { name: day }),
    page.getByRole('listbox', { name: /^Tokens by weekday/ }).getByRole('option', { name: /: 1,500 tokens/ }),
    page.getByRole('link', { name: '1 usage event of Shop' }),
  ]) {
    await mark.tap();
    await expect(page.getByText('1 event · 1,500 tokens')).toBeVisible();
    await expect(shownEvents.getByRole('listitem')).toHaveCount(1);
    await page.goBack();
    await expect(total(page)).toHaveText('1,578');
  }
  await page.getByRole('button', { name: 'View as table' }).first().tap();
  await expect(page.getByRole('table', { name: /^Tokens by day/ })).toBeVisible();
  await button(page, 'Export').tap();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Table as CSV' }).tap(),
  ]);
  expect(file.suggestedFilename()).toMatch(/project\.csv$/);
});

test('events by touch: one is edited, moved and deleted, each with undo @long', async ({ page }) => {
  await start(page, '/events?from=2026-10-05&to=2026-10-05');
  const more = page.getByRole('button', { name: /^More about .*tokens$/ });
  const sum = (tokens: string) => page.getByText(`1 event · ${tokens} tokens`);
  await more.tap();
  await page.getByRole('menuitem', { name: 'Edit' }).tap();
  await page.getByLabel('Input tokens').fill('1600');
  await page.getByRole('button', { name: 'Save' }).tap();
  await expect(sum('1,600')).toBeVisible();
  await undo(page, 'Saved the event.').tap();
  await expect(sum('1,500')).toBeVisible();
  await more.tap();
  await page.getByRole('menuitem', { name: 'Move to another project' }).tap();
  await choose(page.getByRole('dialog').getByLabel('Project', { exact: true }), 'Notes');
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).tap();
  await expect.poll(() => totalsByProject(page, month)).toEqual({ Notes: 1_508, Site: 70 });
  await undo(page, 'Moved the event').tap();
  await expect.poll(() => totalsByProject(page, month)).toEqual({ Shop: 1_500, Site: 70, Notes: 8 });
  await more.tap();
  await page.getByRole('menuitem', { name: 'Delete' }).tap();
  await expect(page.getByText('No events on these days.')).toBeVisible();
  await undo(page, 'Deleted the event.').tap();
  await expect(sum('1,500')).toBeVisible();
});

test('projects by touch: created, renamed, pinned, archived, merged and deleted, and a client’s statement @long', async ({
  page,
}) => {
  await start(page, '/projects');
  await button(page, 'New project').tap();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Quay');
  await page.getByRole('button', { name: 'Create project' }).tap();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Quay');
  await button(page, 'Edit').tap();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Quay 2');
  await page.getByLabel('Description').fill('By hand');
  await page.getByRole('button', { name: 'Save' }).tap();
  await expect(title).toHaveText('Quay 2');
  await expect(main(page).getByText('By hand')).toBeVisible();
  await button(page, 'Pin Quay 2').tap();
  await expect(button(page, 'Pin Quay 2')).toHaveAttribute('aria-pressed', 'true');
  await button(page, 'Archive').tap();
  await undo(page, 'Archived Quay 2.').tap();
  await expect(button(page, 'Pin Quay 2')).toHaveAttribute('aria-pressed', 'true');

  await page.getByRole('button', { name: 'Open navigation' }).tap();
  await page.getByRole('dialog', { name: 'Pages' }).getByRole('link', { name: 'Projects' }).tap();
  await choose(page.getByLabel('Sort by'), 'Tokens this month');
  await expect(page).toHaveURL(/sort=tokens/);
  await page.getByRole('searchbox').tap();
  await page.getByRole('searchbox').fill('s');
  await expect(page).toHaveURL(/q=s&sort=tokens/);
  const menu = async (name: string, item: string) => {
    await button(page, `More about ${name}`).tap();
    await page.getByRole('menuitem', { name: item }).tap();
  };
  await menu('Site', 'Merge into another project');
  await choose(page.getByRole('dialog').getByLabel('Project', { exact: true }), 'Shop');
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).tap();
  await expect.poll(() => totalsByProject(page, month)).toEqual({ Shop: 1_570, Notes: 8 });
  await undo(page, 'Merged Site').tap();
  await expect.poll(() => totalsByProject(page, month)).toEqual({ Shop: 1_500, Site: 70, Notes: 8 });
  await menu('Shop', 'Delete with its usage');
  await expect.poll(() => totalsByProject(page, month)).toEqual({ Site: 70, Notes: 8 });
  await undo(page, 'Deleted Shop').tap();
  await expect.poll(() => totalsByProject(page, month)).toEqual({ Shop: 1_500, Site: 70, Notes: 8 });

  await page.getByRole('button', { name: 'Open navigation' }).tap();
  await page.getByRole('dialog', { name: 'Pages' }).getByRole('link', { name: 'Clients' }).tap();
  await main(page).getByRole('link', { name: 'Harbour' }).tap();
  await main(page)
    .getByRole('link', { name: /^Statement for/ })
    .first()
    .tap();
  await choose(main(page).getByRole('combobox', { name: 'Month', exact: true }), 'October 2026');
  await expect(page.getByRole('table', { name: 'All projects' })).toContainText('1,500');
  await page.evaluate(() => {
    window.print = () => (document.title = 'printed');
  });
  await button(page, 'Print / Save as PDF').tap();
  await expect(page).toHaveTitle('printed');
});
