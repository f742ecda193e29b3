import { open as openFile } from 'node:fs/promises';
import { expect, test } from '../e2e/support/app';
import { importTexts } from '../e2e/support/imports';
import { bigLog } from './support/big-log';
import { figures } from './support/figures';
import { storedFiles } from './support/stored-files';

const pageBytes = 4096;

// In a browser, because the database that can't be copied any more is the one in its files.
test('a backup in the list replaces a database in which damage was found @own-browser', async ({
  app,
  watcher,
}) => {
  await app.page.goto('/settings');
  await app.page.evaluate(() => window.tokentab.ready);
  await importTexts(app.page, bigLog('damaged', 4).files);
  const intact = await figures(app.page);
  await app.page.getByRole('button', { name: 'Back up now' }).click();
  await expect(app.page.getByText('Backed up and checked.')).toBeVisible();
  await app.close();

  // Some of the last pages: events, or their index.
  const [database] = await storedFiles(app.profileFolder);
  if (database === undefined) throw new Error('There is no database.');
  const file = await openFile(database.path, 'r+');
  await file.write(Buffer.alloc(3 * pageBytes), 0, 3 * pageBytes, database.bytes - 12 * pageBytes);
  await file.close();

  watcher.allow(/./);
  const page = await app.launch();
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Check integrity' }).click();
  await expect(page.getByRole('region', { name: 'Read-only' })).toContainText('Damage was found');
  const panel = page.getByRole('region', { name: 'Data safety' });
  await panel.getByRole('button', { name: /^Restore the backup of/ }).click();
  await panel.getByRole('button', { name: 'Replace current data' }).click();
  await expect(page.getByRole('region', { name: 'Read-only' })).toHaveCount(0);
  await panel.waitFor();
  await page.evaluate(() => window.tokentab.ready);
  await expect(panel).not.toContainText('Damaged.');
  expect(await figures(page)).toBe(intact);
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({ ok: true, differences: [] });
});
