import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { expectNoSidewaysScroll } from './support/axe';
import { refuseCalls } from './support/ask-worker';
import { importTexts } from './support/imports';
import { record, recordForClients } from './support/record';
import { open } from './support/tokentab';

/** Unknown, missing and future values are marked and never shown as 0; empty pages offer a next step. */

const now = new Date();
const month = now.toISOString().slice(0, 7);
const at = `${month}-01T12:00:00Z`;
const main = (page: Page) => page.getByRole('main');

test('a future day is not shown as a day without usage @long', async ({ page }) => {
  await open(page);
  await record(page, [{ project: 'Shop', at, tokens: 5 }]);
  const year = now.getUTCFullYear();
  // For the year, because it always has a future day, except on its last day.
  await page.goto('/?range=year');
  const days = page.getByRole('listbox', { name: `Every day of ${year}, in tokens` }).getByRole('option');
  const count = new Date(year, 1, 29).getDate() === 29 ? 366 : 365;
  await expect(days).toHaveCount(count);
  const dayOfYear = Math.floor(
    (Date.UTC(year, now.getMonth(), now.getDate()) - Date.UTC(year, 0, 1)) / 86_400_000,
  );
  await expect(days.and(page.getByLabel(/: in the future$/))).toHaveCount(count - dayOfYear - 1);
  // The year's bars are months.
  const months = page.getByRole('listbox', { name: /^Tokens by month/ }).getByRole('option');
  await expect(months.and(page.getByLabel(/: in the future$/))).toHaveCount(11 - now.getMonth());
});

test('archived projects with usage are included in the number of all projects @long', async ({ page }) => {
  await open(page);
  await record(page, [
    { project: 'Shop', at, tokens: 5 },
    { project: 'Old', at, tokens: 7 },
  ]);
  await open(page, '/projects');
  await main(page).getByRole('button', { name: 'More about Old' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(main(page).getByText('Archived projects (1)')).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Active projects' })).toContainText(/2\s*of 2/);
  // An archived project can't be pinned, so it has no pin button.
  const rows = page.getByRole('table', { name: /^Projects/ }).getByRole('row');
  await expect(rows.filter({ hasText: 'Shop' }).getByRole('button', { name: 'Pin Shop' })).toBeVisible();
  await expect(rows.filter({ hasText: 'Old' }).getByRole('button')).toHaveCount(0);
});

test('a project without usage this month links to its latest month, one without any to the import page @long', async ({
  page,
}) => {
  await open(page);
  await recordForClients(page, [
    { project: 'Shop', client: 'Harbour', at: '2025-03-05T12:00:00Z', tokens: 5 },
    { project: 'Other', client: 'Northwind', at: '2025-06-05T12:00:00Z', tokens: 5 },
  ]);
  await page.evaluate(() => window.tokentab.createProject({ name: 'Idle' }));
  await page.goto('/client?name=Harbour');
  await main(page).getByRole('link', { name: 'Go to March 2025, the latest month with usage' }).click();
  await expect(page.getByRole('region', { name: 'Tokens', exact: true })).toContainText('5');
  await page.goto('/projects');
  await main(page).getByRole('link', { name: 'Shop', exact: true }).click();
  await expect(main(page).getByRole('link', { name: /^Go to March 2025/ })).toBeVisible();
  await page.goBack();
  await main(page).getByRole('link', { name: 'Idle', exact: true }).click();
  await main(page).getByRole('link', { name: 'Import', exact: true }).click();
  await expect(page).toHaveURL(/\/import$/);
});

test('a failed query is reported with a retry, and no export of zeros is offered', async ({ page }) => {
  await open(page, '/settings');
  await recordForClients(page, [{ project: 'Shop', client: 'Harbour', at, tokens: 5 }]);
  await refuseCalls(page, ['getUsageTotals', 'getUsageEvents']);
  for (const [name, key] of [
    ['Projects', 'p'],
    ['Clients', 'c'],
    ['Events', 'e'],
  ] as const) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    const alert = main(page).getByRole('alert').first();
    await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(alert.getByRole('button', { name: 'Copy details' })).toBeVisible();
    if (name !== 'Events') await expect(main(page).getByRole('button', { name: 'Export' })).toHaveCount(0);
    await expect(main(page).getByText('No events on these days.')).toHaveCount(0);
  }
});

test('event types can be filtered like models and sources @long', async ({ page }) => {
  await open(page);
  const ids = await record(page, [{ project: 'Shop', at, tokens: 5 }]);
  await page.evaluate(
    ({ projectId, at }) =>
      window.tokentab.recordUsageEvent({
        projectId,
        eventType: 'cv_extraction',
        llmMode: 'local',
        promptTokens: 40,
        completionTokens: 0,
        occurredAt: at,
      }),
    { projectId: ids['Shop'] ?? '', at },
  );
  await page.goto('/');
  await main(page).getByRole('button', { name: 'Filters' }).click();
  const type = page.getByRole('combobox', { name: 'Type', exact: true });
  await expect(type.getByRole('option')).toHaveText(['All types', 'chat', 'cv_extraction']);
  await type.selectOption('cv_extraction');
  await expect(page).toHaveURL(/eventType=cv_extraction/);
  await expect(page.getByRole('region', { name: 'Tokens', exact: true }).locator('strong')).toHaveText('40');
});

test('arrow keys scroll a clipped table and step the month elsewhere, and T works with Caps Lock @long', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open(page);
  await record(page, [
    { project: 'A project of a rather long name', at: '2026-09-05T12:00:00Z', tokens: 123_456_789 },
    { project: 'A project of a rather long name', at: '2026-10-05T12:00:00Z', tokens: 123_456_789_000 },
  ]);
  await page.goto('/?month=2026-10');
  const region = main(page).getByRole('group', { name: /^Projects, / });
  await expect(region).toHaveAttribute('tabindex', '0');
  await expectNoSidewaysScroll(page, 'the month at 320 px');
  await region.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => region.evaluate(({ scrollLeft }) => scrollLeft)).toBe(0);
  await expect(page).toHaveURL('/?month=2026-10');
  await page.getByRole('link', { name: /^Next month/ }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL('/?month=2026-09');
  // The key event that a keyboard sends with Caps Lock on.
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'T', bubbles: true, cancelable: true }),
    ),
  );
  await expect(page).toHaveURL('/');
});

test('sums with rounded counts are marked on cards, bars, heat maps, tables, statements and events', async ({
  page,
}) => {
  await open(page, '/import');
  const log = [
    '# aider chat started at 2026-03-02 09:00:00',
    '> Main model: anthropic/claude-sonnet-4-5 with diff edit format',
    '> Tokens: 2.3k sent, 450 received. Cost: $0.02 message, $0.02 session.',
  ];
  await importTexts(page, [{ name: '.aider.chat.history.md', text: log.join('\n\n') }]);
  const marked = /≈\s2,750/;
  await page.goto('/?month=2026-03');
  await expect(page.getByRole('region', { name: 'Tokens', exact: true })).toContainText(marked);
  await expect(main(page).getByText(/^≈ marks sums that include 1 event with inexact counts/)).toBeVisible();
  await expect(page.getByRole('table', { name: /^Projects/ })).toContainText(marked);
  for (const name of [/^Tokens by day/, /^Every day of 2026/])
    await expect(page.getByRole('listbox', { name }).getByRole('option', { name: marked })).toHaveCount(1);
  // Only the day of such a call is known, so it has no hour.
  await expect(main(page).getByText(/≈\s2,750.*hour/)).toBeVisible();
  await page.goto('/events?from=2026-03-01&to=2026-03-31');
  await expect(main(page)).toContainText(marked);
  await page.goto('/statement?client=&month=2026-03');
  await expect(page.getByRole('article')).toContainText(marked);
  await expect(page.getByRole('article')).toContainText('≈ marks sums');
});
