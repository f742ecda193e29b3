import { gunzipSync } from 'node:zlib';
import { expect, test } from './support/app';
import { record } from './support/record';
import { open } from './support/tokentab';

// In a browser, because the folder's handle and its permission are the browser's. A folder in the origin's own storage replaces
// one on disk, because a real one can't be chosen without a person.
test('each backup is also copied into the folder that the user chose', async ({ app }) => {
  await app.context.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Backups', { create: true }),
    });
  });
  const page = await open(app.page, '/settings');
  await record(page, [{ project: 'Shop', at: '2026-10-05T12:00:00Z', tokens: 10 }]);
  const panel = page.getByRole('region', { name: 'Data safety' });
  await panel.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(page.getByText('Backed up, and copied into the folder.')).toBeVisible();
  await expect(panel).toContainText('Each backup is also copied into “Backups”.');
  await expect(panel).toContainText('Nothing to do.');
  await page.reload();
  await panel.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('Backed up and checked.')).toBeVisible();

  const copies = () =>
    page.evaluate(async () => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('Backups');
      const found: { name: string; bytes: number[] }[] = [];
      for await (const folder of root.values()) {
        if (folder.kind !== 'directory') continue;
        for await (const file of folder.values()) {
          if (file.kind !== 'file') continue;
          const bytes = [...new Uint8Array(await (await file.getFile()).arrayBuffer())];
          found.push({ name: file.name, bytes });
        }
      }
      return found;
    });
  await expect.poll(async () => (await copies()).length).toBe(2);
  for (const { name, bytes } of await copies()) {
    expect(name).toMatch(/^tokentab-\d+-v\d+-1\.sqlite3\.gz$/);
    expect(gunzipSync(Uint8Array.from(bytes)).subarray(0, 15).toString()).toBe('SQLite format 3');
  }
  await panel.getByRole('button', { name: 'Stop copying' }).click();
  await expect(panel.getByRole('button', { name: 'Choose a folder…' })).toBeVisible();
});
