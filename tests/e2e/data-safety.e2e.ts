import { readFile } from 'node:fs/promises';
import { expect, test } from './support/app';
import { expectNoViolations } from './support/axe';
import { touchPoolFiles } from './support/pool-files';
import { record } from './support/record';
import { askFile } from './support/sqlite-file';
import { open } from './support/tokentab';

// In a browser, because workers, OPFS and the page's dialogs matter here. Unit tests prove what a restore copies.
test('a backup is created, checked, restored and undone, and rescues a database that no longer opens', async ({
  app,
  watcher,
}) => {
  // SQLite logs to the console which statement met the damage.
  watcher.allow(/sqlite/i);
  const page = await open(app.page, '/settings');
  await record(page, [{ project: 'Shop', at: '2026-10-05T12:00:00Z', tokens: 10 }]);
  const panel = page.getByRole('region', { name: 'Data safety' });
  await expect(panel).toContainText('There is no recent backup.');
  await panel.getByRole('button', { name: 'Back up now' }).click();
  await expect(panel.getByRole('row').nth(1)).toContainText('1');
  await expect(panel).not.toContainText('There is no recent backup.');

  const downloading = page.waitForEvent('download');
  await panel.getByRole('button', { name: /^Save the backup of/ }).click();
  const path = await (await downloading).path();
  expect((await readFile(path)).subarray(0, 15).toString()).toBe('SQLite format 3');
  expect(await askFile(path, 'SELECT sum(total_tokens) FROM usage_events')).toEqual([[10]]);

  const total = () =>
    page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);
  await record(page, [{ project: 'Shop', at: '2026-10-06T12:00:00Z', tokens: 7 }]);
  await panel.getByRole('button', { name: /^Restore the backup of/ }).click();
  const preview = page.getByRole('region', { name: 'Restore this backup?' });
  await expect(preview.getByRole('row', { name: /^Usage events/ })).toHaveText(/Usage events\s*2\s*1/);
  await preview.getByRole('button', { name: 'Replace current data' }).click();
  await expect.poll(total).toBe(10);
  await record(page, [{ project: 'Shop', at: '2026-10-07T12:00:00Z', tokens: 2 }]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(total).toBe(17);
  // A second undo would replace what is recorded next. What the first one replaced is in a backup.
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expect(panel.getByRole('row', { name: /before a restore/ })).toHaveCount(2);

  const bytes = await page.evaluate(async () =>
    Array.from(new Uint8Array(await (await window.tokentab.exportDatabase()).arrayBuffer())),
  );
  // Whole pages in the middle.
  const damaged = Buffer.from(bytes).fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 30_000);
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: 'raw.sqlite3', mimeType: '', buffer: damaged });
  await expect(panel.getByRole('alert')).toContainText('This file is damaged');
  await panel.getByRole('button', { name: 'Recover what can be read…' }).click();
  const recovered = panel.getByRole('region', { name: 'Use what could be recovered?' });
  await expect(recovered.getByRole('row', { name: /^Usage events/ })).toHaveText(/Usage events\s*2\s*\d/);
  await expectNoViolations(page, 'what could be recovered from a damaged file');
  await recovered.getByRole('button', { name: 'Cancel' }).click();

  await page.goto('about:blank');
  await touchPoolFiles(app.context, { noise: true });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your database is damaged');
  const rescue = page.getByRole('region', { name: 'Get your data back' });
  await rescue
    .getByRole('button', { name: /^Restore the backup of/ })
    // The first is what the undo replaced.
    .nth(1)
    .click();
  await page.getByRole('button', { name: 'Replace current data' }).click();
  await page.getByRole('link', { name: 'Settings' }).waitFor();
  await page.evaluate(() => window.tokentab.ready);
  await expect.poll(total).toBe(17);
});
