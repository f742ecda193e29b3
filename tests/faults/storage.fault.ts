import { readFile } from 'node:fs/promises';
import { expect, test } from '../e2e/support/app';
import { askFile } from '../e2e/support/sqlite-file';
import { importTexts } from '../e2e/support/imports';
import { bigLog } from './support/big-log';
import { integrity } from './support/figures';
import { rounds } from './support/rounds';

test('after site data is cleared while the app is open, a copy can still be saved @own-browser', async ({
  app,
}) => {
  test.setTimeout(3_600_000);
  for (let round = 0; round < rounds(3); round += 1) {
    const page = round === 0 ? app.page : await app.restart();
    await page.goto('/?month=2026-10');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.reload();
    // If the note about the database was written after the browser had cleared it, the next visit misses the data.
    const isMissed = page.getByRole('button', { name: 'Start with an empty database' });
    await isMissed
      .or(page.getByRole('link', { name: 'This month', exact: true }))
      .first()
      .waitFor();
    if (await isMissed.isVisible()) await isMissed.click();
    await page.getByRole('link', { name: 'This month', exact: true }).waitFor();
    await page.evaluate(() => window.tokentab.ready);
    const log = bigLog(`round-${round}`, 1);
    await importTexts(page, log.files);
    const session = await app.context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: app.site.url, storageTypes: 'all' });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'The stored data was cleared while Tokentab was open',
    );
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save a copy' }).click();
    const path = await (await downloading).path();
    expect((await readFile(path)).subarray(0, 15).toString()).toBe('SQLite format 3');
    expect(await askFile(path, 'SELECT sum(total_tokens) FROM usage_events')).toEqual([[log.tokens]]);
  }
});

test('an import that runs out of quota reports it, and stored data is kept and can be exported @own-browser', async ({
  app,
  watcher,
}) => {
  test.setTimeout(3_600_000);
  watcher.allow(/./);
  const { page } = app;
  await page.goto('/');
  await page.evaluate(() => window.tokentab.ready);
  const kept = bigLog('kept', 2);
  await importTexts(page, kept.files);
  const session = await app.context.newCDPSession(page);
  const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
  await session.send('Storage.overrideQuotaForOrigin', { origin: app.site.url, quotaSize: usage + 200_000 });
  const log = bigLog('more', 30);
  await expect(importTexts(page, log.files)).rejects.toThrow('The browser could not write. The disk');
  expect(await integrity(page)).toEqual({ ok: true, differences: [] });
  const size = await page.evaluate(async () => (await window.tokentab.exportDatabase()).size);
  expect(size).toBeGreaterThan(100_000);
  await session.send('Storage.overrideQuotaForOrigin', { origin: app.site.url });
  await importTexts(page, log.files);
  const { totalTokens } = await page.evaluate(() => window.tokentab.getGlobalUsageStats('2026-10'));
  expect(totalTokens).toBe(kept.tokens + log.tokens);
});
