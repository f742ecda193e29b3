import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { record } from './support/record';
import { askFile } from './support/sqlite-file';
import { open } from './support/tokentab';

/** Sets the machine's time zone for the page, from the next load on. */
async function liveIn(page: Page, timezoneId: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTimezoneOverride', { timezoneId });
}

async function chooseZone(page: Page, zone: string): Promise<void> {
  const choice = page.getByRole('combobox', { name: 'Time zone' });
  await choice.click();
  await choice.fill(zone);
  await page.getByRole('option', { name: zone }).first().click();
}

const eventsIn = (page: Page, month: string) =>
  page.evaluate(async (month) => (await window.tokentab.getGlobalUsageStats(month)).eventCount, month);

/** 1 November in Auckland, 31 October in Berlin and New York. */
const nearMidnight = [{ project: 'Shop', at: '2026-10-31T12:30:00Z', tokens: 10 }];

test('days and months follow the browser’s time zone until one is set, which re-dates everything @own-browser', async ({
  app,
}) => {
  let page = app.page;
  await liveIn(page, 'Pacific/Auckland');
  await open(page, '/settings');
  await record(page, nearMidnight);
  expect([await eventsIn(page, '2026-10'), await eventsIn(page, '2026-11')]).toEqual([0, 1]);
  await expect(page.getByText('Current: Pacific/Auckland')).toBeVisible();

  await chooseZone(page, 'Europe/Berlin');
  await expect(page.getByText('Days and months now follow Europe/Berlin.')).toBeVisible();
  await expect(page.getByText('Current: Europe/Berlin')).toBeVisible();
  expect([await eventsIn(page, '2026-10'), await eventsIn(page, '2026-11')]).toEqual([1, 0]);
  await page.goto('/?month=2026-10');
  await expect(page.getByRole('option', { name: 'Sat, Oct 31: 10 tokens. Shop 10' })).toBeVisible();

  // The choice is kept wherever the machine is.
  page = await app.restart();
  await liveIn(page, 'America/New_York');
  await open(page, '/settings');
  await expect(page.getByText('Current: Europe/Berlin')).toBeVisible();
  await chooseZone(page, 'Follow this browser (America/New_York)');
  await expect(page.getByText('Current: America/New_York')).toBeVisible();
  expect([await eventsIn(page, '2026-10'), await eventsIn(page, '2026-11')]).toEqual([1, 0]);

  // When following the browser, travelling re-dates as well.
  page = await app.restart();
  await liveIn(page, 'Pacific/Auckland');
  await open(page, '/settings');
  expect([await eventsIn(page, '2026-10'), await eventsIn(page, '2026-11')]).toEqual([0, 1]);
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({ ok: true, differences: [] });
});

test('a time zone is found and set by keyboard alone @long', async ({ page }) => {
  await open(page, '/settings');
  const choice = page.getByRole('combobox', { name: 'Time zone' });
  await choice.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('new york');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Current: America/New_York')).toBeVisible();
  await choice.fill('Atlantis');
  await expect(page.getByText('Unknown time zone.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(choice).toHaveValue('America/New_York');
});

test('settings show which database is open, its size, its events and whether it is protected', async ({
  page,
}) => {
  await open(page, '/settings');
  const storage = page.getByRole('region', { name: 'Storage' });
  await record(page, nearMidnight);
  await expect(storage.getByRole('term')).toHaveText([
    'Open database',
    'Database',
    'Usage events',
    'Protection',
  ]);
  await expect(storage.getByRole('definition')).toHaveText(['Your own', /kB|MB/, '1', /protected/i]);
});

test('the integrity check reports that everything adds up', async ({ page }) => {
  await open(page, '/settings');
  await page.getByRole('button', { name: 'Check integrity' }).click();
  await expect(page.getByText('Everything adds up.')).toBeVisible();
});

test('the export is one complete SQLite file, named after the day', async ({ page }) => {
  await open(page, '/settings');
  await record(page, nearMidnight);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export database' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^tokentab-\d{4}-\d\d-\d\d\.sqlite3$/);
  const path = await download.path();
  expect((await readFile(path)).subarray(0, 15).toString()).toBe('SQLite format 3');
  expect(await askFile(path, 'PRAGMA quick_check')).toEqual([['ok']]);
  expect(await askFile(path, 'SELECT name FROM projects')).toEqual([['Shop']]);
  expect(await askFile(path, 'SELECT sum(total_tokens) FROM usage_daily')).toEqual([[10]]);
});
