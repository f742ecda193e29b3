import type { Page } from 'playwright';
import { expect, fillOnce, test } from './support/app';
import { expectNoViolations } from './support/axe';
import { claudeLine, importTexts } from './support/imports';
import { pressQuickly } from './support/keyboard';
import { recordForClients } from './support/record';
import { open } from './support/tokentab';

/** Every number leads to the events behind it, in the same scope, by keyboard alone. */

const at = `${new Date().toISOString().slice(0, 7)}-01T12:00:00.000Z`;

/** Two projects of Harbour (one of them imported), one of Northwind, and one without a client. */
fillOnce(async (page) => {
  await open(page);
  const lines = [
    claudeLine({ id: '1', cwd: '/w/shop', timestamp: at, input: 100, output: 0 }),
    claudeLine({ id: '2', cwd: '/w/shop/api', timestamp: at, input: 30, output: 0 }),
  ];
  await importTexts(page, [{ name: 'a.jsonl', text: lines.join('\n') }]);
  await recordForClients(page, [
    { project: 'Stock', client: 'Harbour', at, tokens: 7 },
    { project: 'Site', client: 'Northwind', at, tokens: 5000 },
    { project: 'Notes', at, tokens: 600_000 },
  ]);
  await open(page, '/projects');
  await page.getByRole('button', { name: 'More about shop' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('dialog').getByLabel('Client').fill('Harbour');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

const list = (page: Page) => page.getByRole('list', { name: 'Events, newest day first' });

/** Checks the events page, then goes back to where it was opened. */
async function expectEvents(page: Page, sum: string, query: RegExp): Promise<void> {
  await expect(page).toHaveURL(/\/events\?from=/);
  // The cost follows in the same line.
  await expect(page.getByRole('status').filter({ hasText: sum })).toBeVisible();
  await expect(page).toHaveURL(query);
  await page.goBack();
  await expect(page).not.toHaveURL(/\/events/);
}

/** The bar or mark of the day of Harbour’s usage. */
const mark = (page: Page, chart: RegExp) =>
  page.getByRole('listbox', { name: chart }).getByRole('option', { name: /: 137 tokens/ });

async function press(page: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  await target.focus();
  await page.keyboard.press('Enter');
}

test('bars, calendar days and table rows of a client’s page lead to that client’s events', async ({
  page,
}) => {
  await page.goto('/client?name=Harbour');
  const harbour = '3 events · 137 tokens';
  await press(page, mark(page, /^Tokens by day/));
  await expectEvents(page, harbour, /client=Harbour$/);
  await press(page, mark(page, /^Every day/));
  await expectEvents(page, harbour, /client=Harbour$/);
  await press(page, page.getByRole('link', { name: 'See the events' }));
  await expectEvents(page, harbour, /client=Harbour$/);
  await press(
    page,
    page.getByRole('table', { name: /^Projects, / }).getByRole('link', { name: '1 usage event of Stock' }),
  );
  await expectEvents(page, '1 event · 7 tokens', /project=.*client=Harbour$/);
  await press(
    page,
    page.getByRole('table', { name: /^Months/ }).getByRole('link', { name: /^3 usage events of/ }),
  );
  await expectEvents(page, harbour, /client=Harbour$/);

  // The tables of the chart and the calendar.
  for (const name of [/^Tokens by day/, /^Every day/]) {
    const panel = page.getByRole('region', { name });
    await press(page, panel.getByRole('button', { name: 'View as table' }));
    await press(page, panel.getByRole('link').first());
    await expectEvents(page, harbour, /client=Harbour$/);
  }
});

test('table rows lead to their events in every grouping @long', async ({ page }) => {
  await page.goto('/');
  for (const [by, name, sum, query] of [
    ['client', 'No client', '1 event · 600,000 tokens', /client=$/],
    ['model', 'claude-sonnet-4-5', '2 events · 130 tokens', /model=claude-sonnet-4-5$/],
    ['source', 'Claude Code', '2 events · 130 tokens', /source=claude-code$/],
    ['eventType', 'chat', '5 events · 605,137 tokens', /eventType=chat$/],
    ['path', '/w/shop/api', '1 event · 30 tokens', /path=%2Fw%2Fshop%2Fapi$/],
    ['path', 'Not recorded', '3 events · 605,007 tokens', /path=$/],
  ] as const) {
    await page.getByLabel('Group by').selectOption(by);
    const table = page.getByRole('main').getByRole('table').nth(1);
    await press(page, table.getByRole('link', { name: new RegExp(`usage events? of ${name}`) }));
    await expectEvents(page, sum, query);
  }
});

test('a project’s page leads to its events by model, source and folder @long', async ({ page }) => {
  await page.goto('/projects');
  await page.getByRole('main').getByRole('link', { name: 'shop', exact: true }).click();
  for (const [table, name, sum, query] of [
    [/^Models/, 'claude-sonnet-4-5', '2 events · 130 tokens', /project=.*model=/],
    ['By source', 'Claude Code', '2 events · 130 tokens', /project=.*source=/],
    ['By folder', '/w/shop/api', '1 event · 30 tokens', /project=.*path=/],
  ] as const) {
    const line = page
      .getByRole('table', { name: table })
      .getByRole('link', { name: new RegExp(`of ${name}$`) });
    await press(page, line);
    await expectEvents(page, sum, query);
  }
});

test('events are filtered by client, moved, edited and deleted by keyboard alone @long', async ({ page }) => {
  await open(page);
  await pressQuickly(page, 'ge');
  await expect(list(page).getByRole('listitem')).toHaveCount(5);
  await page.getByRole('combobox', { name: 'Client', exact: true }).focus();
  await pressQuickly(page, 'Har');
  await expect(page).toHaveURL(/client=Harbour/);
  await expect(list(page).getByRole('listitem')).toHaveCount(3);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Events of Harbour');
  await expectNoViolations(page, 'events of a client');

  // Every event can be moved; those entered by hand can also be edited and deleted.
  await press(page, list(page).getByRole('button', { name: /30 tokens/ }));
  await expect(page.getByRole('menuitem')).toHaveCount(1);
  await expect(page.getByRole('menuitem', { name: 'Move to another project' })).toBeFocused();
  await page.keyboard.press('Enter');
  const moving = page.getByRole('dialog', { name: 'Move this event' });
  await moving.getByLabel('Project', { exact: true }).focus();
  await pressQuickly(page, 'Sit');
  await moving.getByRole('button', { name: 'Move' }).focus();
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(list(page).getByRole('listitem')).toHaveCount(3);

  await press(page, list(page).getByRole('button', { name: /, 7 tokens/ }));
  await expect(page.getByRole('menuitem', { name: 'Move to another project' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const editing = page.getByRole('dialog', { name: 'Edit a usage event' });
  await editing.getByLabel('Input tokens').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 events · 139 tokens')).toBeVisible();

  await press(page, list(page).getByRole('button', { name: /, 9 tokens/ }));
  await expect(page.getByRole('menuitem', { name: 'Move to another project' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 events · 130 tokens')).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('3 events · 137 tokens')).toBeVisible();
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({ ok: true, differences: [] });
});
