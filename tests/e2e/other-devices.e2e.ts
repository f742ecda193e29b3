import type { Locator } from 'playwright';
import { expect, test } from './support/app';
import { record } from './support/record';
import { open } from './support/tokentab';

// In a browser, because files, workers and the page's dialogs matter here. Unit tests prove what a merge does.
test('changes are saved here, previewed and added on another device, undone there, and restored instead @long', async ({
  app,
  browser,
}) => {
  const here = await open(app.page, '/settings');
  await record(here, [{ project: 'Shop', at: '2026-10-05T12:00:00Z', tokens: 10 }]);
  await here.getByLabel('Passphrase (optional)').fill('four words of mine');
  const downloading = here.waitForEvent('download');
  await here.getByRole('button', { name: 'Save changes for another device' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^tokentab-changes-.+\.sqlite3\.gz\.age$/);

  const otherDevice = await browser.newContext({ locale: 'en-US', baseURL: app.site.url });
  const there = await open(await otherDevice.newPage(), '/settings');
  await record(there, [{ project: 'Blog', at: '2026-10-06T12:00:00Z', tokens: 7 }]);
  const total = () =>
    there.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);
  const panel = there.getByRole('region', { name: 'Other devices' });
  const unlock = async (region: Locator, passphrase: string) => {
    await region.getByLabel('This file is encrypted. Passphrase:').fill(passphrase);
    await region.getByRole('button', { name: 'Open the file' }).click();
  };
  await panel.locator('input[type=file]').setInputFiles(await file.path());
  await unlock(panel, 'another');
  await expect(panel.getByRole('alert')).toContainText('The passphrase is wrong.');
  await unlock(panel, 'four words of mine');
  const preview = there.getByRole('region', { name: 'Add the changes in this file?' });
  await expect(preview.getByRole('row', { name: /^Tokens/ })).toHaveText(/Tokens\s*7\s*10\s*17/);
  expect(await total()).toBe(7);
  await preview.getByRole('button', { name: 'Add changes', exact: true }).click();
  await expect.poll(total).toBe(17);
  await there.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(total).toBe(7);

  // The same file can also replace everything.
  const safety = there.getByRole('region', { name: 'Data safety' });
  await safety.locator('input[type=file]').setInputFiles(await file.path());
  await unlock(safety, 'another');
  await expect(safety.getByRole('alert')).toContainText('The passphrase is wrong.');
  await unlock(safety, 'four words of mine');
  await expect(there.getByRole('region', { name: 'Restore this backup?' })).toContainText('10');
  await there.getByRole('button', { name: 'Replace current data' }).click();
  await expect.poll(total).toBe(10);
  await otherDevice.close();
});
