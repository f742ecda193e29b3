import type { Page } from 'playwright';
import { expect, test } from '../e2e/support/app';
import { record } from '../e2e/support/record';
import { open } from '../e2e/support/tokentab';

// In a browser, because what is tested is what a page that stays open shows when its clock moves.

const month = (page: Page) => page.getByRole('heading', { level: 1 });

const tokensIn = (page: Page, named: string) =>
  page.evaluate(async (named) => (await window.tokentab.getGlobalUsageStats(named)).totalTokens, named);

const isWhole = (page: Page) => page.evaluate(async () => (await window.tokentab.checkIntegrity()).ok);

test('a page that stays open over New Year shows the new month, and counts each event in its own', async ({
  page,
}) => {
  // In the past, because the database's worker has a clock of its own and refuses future events.
  await page.clock.install({ time: '2025-12-31T23:58:00Z' });
  await open(page);
  await record(page, [{ project: 'Shop', at: '2025-12-31T23:58:00Z', tokens: 10 }]);
  await expect(month(page)).toHaveText('December 2025');

  await page.clock.fastForward('05:00');
  await expect(month(page)).toHaveText('January 2026');
  await record(page, [{ project: 'Shop', at: '2026-01-01T00:02:00Z', tokens: 7 }]);
  await expect(page.getByRole('main')).toContainText('7 tokens');
  expect([await tokensIn(page, '2025-12'), await tokensIn(page, '2026-01')]).toEqual([10, 7]);

  await page.getByRole('link', { name: /^Previous month/ }).click();
  await expect(month(page)).toHaveText('December 2025');
  await page.reload();
  await expect(month(page)).toHaveText('December 2025');
  expect(await isWhole(page)).toBe(true);
});

test('with the clock set back by a year, later changes still count, and nothing is lost', async ({
  page,
}) => {
  await page.clock.install({ time: '2026-11-15T12:00:00Z' });
  await open(page);
  const at = '2026-11-15T11:00:00Z';
  const ids = await record(page, [
    { project: 'Shop', at, tokens: 10 },
    { project: 'Blog', at, tokens: 1 },
  ]);
  const [shop = '', blog = ''] = [ids['Shop'], ids['Blog']];
  const pinned = () =>
    page.evaluate(async () => (await window.tokentab.getPinnedProjects()).map(({ name }) => name));
  await page.evaluate(
    async (ids) => {
      for (const id of ids) await window.tokentab.updateProjectPinned(id, true);
    },
    [shop, blog],
  );
  expect(await pinned()).toEqual(['Shop', 'Blog']);

  await page.clock.setSystemTime('2025-11-15T12:00:00Z');
  await page.evaluate((ids) => window.tokentab.reorderPinnedProjects(ids), [blog, shop]);
  await record(page, [{ project: 'Shop', at: '2025-11-15T11:00:00Z', tokens: 5 }]);
  await page.reload();
  await page.evaluate(() => window.tokentab.ready);
  expect(await pinned()).toEqual(['Blog', 'Shop']);
  expect([await tokensIn(page, '2025-11'), await tokensIn(page, '2026-11')]).toEqual([5, 11]);
  expect(await isWhole(page)).toBe(true);
});

test('a time zone that changes while the app is open moves events to their new days, on DST days as well', async ({
  page,
}) => {
  const session = await page.context().newCDPSession(page);
  const liveIn = (timezoneId: string) => session.send('Emulation.setTimezoneOverride', { timezoneId });
  await liveIn('Europe/Berlin');
  await open(page);
  // The hours of 25 October in Berlin, which has 25, and one on either side.
  const hours = Array.from({ length: 27 }, (_, hour) => Date.UTC(2026, 9, 24, 21 + hour, 30));
  await record(
    page,
    hours.map((at) => ({ project: 'Shop', at: new Date(at).toISOString(), tokens: 1 })),
  );
  await page.goto('/?month=2026-10');
  await expect(page.getByRole('option', { name: /^Sun, Oct 25: 25 tokens\. Shop/ })).toBeVisible();

  await session.send('Emulation.setTimezoneOverride', { timezoneId: '' });
  await liveIn('Pacific/Auckland');
  await page.reload();
  // In Auckland, which is 13 hours ahead of UTC, these are 25 and 26 October.
  await expect(page.getByRole('option', { name: /^Sun, Oct 25: 14 tokens\. Shop/ })).toBeVisible();
  await expect(page.getByRole('option', { name: /^Mon, Oct 26: 13 tokens\. Shop/ })).toBeVisible();
  expect(await tokensIn(page, '2026-10')).toBe(27);
  expect(await isWhole(page)).toBe(true);
});
