import type { Page } from 'playwright';
import { expect, test } from '../e2e/support/app';
import { open } from '../e2e/support/tokentab';

/** No test can use the browser's dialog for folders, so a folder of the origin's own storage replaces one on disk. */
const prepare = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('chosen', { create: true }),
    });
    Object.assign(FileSystemHandle.prototype, { requestPermission: () => Promise.resolve('granted') });
  });

test('if access to the backup folder is revoked, the backup in the browser is made, and the panel asks again', async ({
  app,
}) => {
  const { page } = app;
  await prepare(page);
  await open(page, '/settings');
  const panel = page.getByRole('region', { name: 'Data safety' });
  await panel.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(page.getByText('Backed up, and copied into the folder.')).toBeVisible();

  // As Chromium answers once the user has revoked the permission.
  await page.evaluate(() => {
    Object.assign(FileSystemHandle.prototype, { queryPermission: () => Promise.resolve('prompt') });
  });
  await panel.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('Backed up and checked.')).toBeVisible();
  await expect(panel).toContainText('needs your permission again');
  await expect(panel.getByRole('button', { name: /^Restore the backup of/ })).toHaveCount(2);
  await panel.getByRole('button', { name: 'Allow again' }).click();
  await expect(panel.getByRole('button', { name: /^Restore the backup of/ })).toHaveCount(3);
});
