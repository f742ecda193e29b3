import { readFile } from 'node:fs/promises';
import { expect, test } from './support/app';
import { record } from './support/record';
import { askFile } from './support/sqlite-file';
import { open } from './support/tokentab';

test('clearing the site’s data reloads no tab, and a copy can still be saved @own-browser', async ({
  app,
}) => {
  const page = await open(app.page, '/?month=2026-10');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // As on every visit but the first, the service worker is in control from the start.
  await page.reload();
  await record(page, [{ project: 'Shop', at: '2026-10-05T12:00:00Z', tokens: 10 }]);
  const other = await open(await app.context.newPage(), '/?month=2026-10');
  for (const tab of [page, other]) await tab.evaluate(() => Object.assign(window, { isSamePage: true }));

  const session = await app.context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: app.site.url, storageTypes: 'all' });

  for (const tab of [page, other]) {
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText(
      'The stored data was cleared while Tokentab was open',
    );
    expect(await tab.evaluate(() => 'isSamePage' in window)).toBe(true);
    const downloading = tab.waitForEvent('download');
    await tab.getByRole('button', { name: 'Save a copy' }).click();
    const path = await (await downloading).path();
    expect((await readFile(path)).subarray(0, 15).toString()).toBe('SQLite format 3');
    expect(await askFile(path, 'SELECT sum(total_tokens) FROM usage_events')).toEqual([[10]]);
  }
});
