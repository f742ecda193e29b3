import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { claudeLine, importTexts } from './support/imports';
import { touchPoolFiles } from './support/pool-files';
import { record } from './support/record';
import { askFile } from './support/sqlite-file';
import { open } from './support/tokentab';

const usage = [{ project: 'Shop', at: '2026-10-05T12:00:00Z', tokens: 10 }];
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const readyCode = (page: Page) =>
  page.evaluate(() =>
    window.tokentab.ready.then(
      () => 'ready',
      (error: unknown) => (error as { code: string }).code,
    ),
  );

/**
 * The ways in which a browser can lack private files. Each is a real state of Chromium; nothing is faked in the page.
 */
const withoutStorage = {
  'a browser without private files': {
    browserArgs: ['--disable-blink-features=FileSystemAccessOriginPrivate'],
    tag: '@smoke',
  },
  'a browser whose user blocks all site data': {
    preferences: { profile: { default_content_setting_values: { cookies: 2 } } },
    tag: '@long',
  },
};

for (const [name, { tag, ...options }] of Object.entries(withoutStorage)) {
  test.describe(name, { tag }, () => {
    test.use(options);

    test('is reported on its own page, and is tried without saving only on request', async ({ app }) => {
      const { page } = app;
      await page.goto('/');
      await expect(title(page)).toHaveText('This window can’t store your data');
      expect(await readyCode(page)).toBe('NoStorage');
      // Nothing is silently kept in memory.
      const created = await page.evaluate(() =>
        window.tokentab
          .createProject({ name: 'Lost' })
          .catch((error: unknown) => (error as { code: string }).code),
      );
      expect(created).toBe('NoStorage');

      await page.getByRole('button', { name: 'Try it without saving' }).click();
      const banner = page.getByRole('region', { name: 'In memory, not saved' });
      await expect(banner).toContainText('Nothing is saved.');
      await page.evaluate(() => window.tokentab.ready);
      await page.getByRole('button', { name: 'Try with sample data' }).click();
      // On the first of a month, the month’s table may still be empty.
      await expect(page.getByRole('link', { name: 'Harbour Shop' }).first()).toBeVisible();
      await expect(banner).toBeVisible();
      const line = claudeLine({ id: 'a', cwd: '/home/ada/shop', timestamp: '2026-10-02T09:00:00.000Z' });
      expect(await importTexts(page, [{ name: 'one.jsonl', text: line }])).toMatchObject({ eventsAdded: 1 });

      // The banner is on every page and can't be dismissed.
      for (const page_ of ['Projects', 'Import', 'Settings', 'This month']) {
        await page.getByRole('link', { name: page_, exact: true }).click();
        await expect(page.getByRole('link', { name: page_, exact: true })).toHaveAttribute(
          'aria-current',
          'page',
        );
        await expect(banner).toBeVisible();
      }
      await expect(banner.getByRole('button')).toHaveText(['Try saving again']);
      await banner.getByRole('button').click();
      await expect(title(page)).toHaveText('This window can’t store your data');
    });
  });
}

test('storage in use elsewhere is reported on its own page, and trying again opens it with all its data @long', async ({
  app,
  watcher,
}) => {
  // The pool logs each file that it can't take.
  watcher.allow(/NoModificationAllowedError/);
  await record(await open(app.page), usage);
  await app.page.goto('about:blank');
  const { page: holder } = await touchPoolFiles(app.context, { keep: true });

  await app.page.goto('/');
  await expect(title(app.page)).toHaveText('Your database is in use elsewhere');
  expect(await readyCode(app.page)).toBe('StorageBusy');
  await holder.close();
  await app.page.getByRole('button', { name: 'Try again' }).click();
  // Wait for the answer: navigating earlier would interrupt it.
  await expect(app.page.getByRole('link', { name: /^Previous month/ })).toBeVisible();
  await app.page.goto('/?month=2026-10');
  await expect(app.page.getByRole('table', { name: 'Projects' })).toContainText('Shop');
});

test('a database written by a newer Tokentab is refused and not changed', async ({ app }) => {
  await record(await open(app.page), usage);
  await app.page.goto('about:blank');
  const { hash } = await touchPoolFiles(app.context, { userVersion: 4_000 });

  await app.page.goto('/');
  await expect(title(app.page)).toHaveText('Your data was written by a newer Tokentab');
  expect(await readyCode(app.page)).toBe('NewerData');
  const refused = await app.page.evaluate(() =>
    window.tokentab.createProject({ name: 'No' }).catch((error: unknown) => (error as { code: string }).code),
  );
  expect(refused).toBe('NewerData');

  // A database that doesn't open can still be saved, byte for byte.
  const downloading = app.page.waitForEvent('download');
  await app.page.getByRole('button', { name: 'Save the raw file' }).click();
  expect(
    await askFile(await (await downloading).path(), 'SELECT sum(total_tokens) FROM usage_events'),
  ).toEqual([[10]]);
  await app.page.goto('about:blank');
  expect((await touchPoolFiles(app.context)).hash).toBe(hash);
});

/** In the page: whether one event is on record outside the database's file. */
async function hasMarker(): Promise<boolean> {
  // Opening a database that isn't there would create it.
  if (!(await indexedDB.databases()).some(({ name }) => name === 'tokentab-safety')) return false;
  return new Promise((resolve) => {
    const opening = indexedDB.open('tokentab-safety');
    opening.onsuccess = () => {
      const { result: database } = opening;
      const asking = database.transaction('records').objectStore('records').get('marker-main') as IDBRequest<
        { events: number } | undefined
      >;
      asking.onsuccess = () => {
        database.close();
        resolve(asking.result?.events === 1);
      };
    };
  });
}

test('an emptied database file is reported as missing and not silently replaced', async ({ app }) => {
  await record(await open(app.page), usage);
  // The leader records it outside the file when it checks its storage, as it does when the user returns.
  await app.page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect.poll(() => app.page.evaluate(hasMarker)).toBe(true);
  await app.page.goto('about:blank');
  await touchPoolFiles(app.context, { empty: true });

  await app.page.goto('/');
  await expect(title(app.page)).toHaveText('Your data is no longer where it was stored');
  await expect(app.page.getByText('It contained 1 usage event when it was last opened')).toBeVisible();
  expect(await readyCode(app.page)).toBe('DataMissing');
  await app.page.getByRole('button', { name: 'Start with an empty database' }).click();
  await expect(app.page.getByRole('link', { name: 'This month', exact: true })).toBeVisible();
  await app.page.evaluate(() => window.tokentab.ready);
});

test('data cleared while the app is open is noticed when the user returns, and a copy is offered @own-browser @long', async ({
  app,
}) => {
  const page = await open(app.page, '/?month=2026-10');
  await record(page, usage);
  await expect(page.getByRole('table', { name: 'Projects' })).toContainText('Shop');
  const session = await app.context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: app.site.url, storageTypes: 'all' });
  // The user returns to the tab.
  await page.evaluate(() => dispatchEvent(new Event('focus')));

  await expect(title(page)).toHaveText('The stored data was cleared while Tokentab was open');
  const refused = await page.evaluate(() =>
    window.tokentab.createProject({ name: 'No' }).catch((error: unknown) => (error as { code: string }).code),
  );
  expect(refused).toBe('StorageGone');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy' }).click();
  const path = await (await downloading).path();
  expect((await readFile(path)).subarray(0, 15).toString()).toBe('SQLite format 3');
  expect(await askFile(path, 'PRAGMA quick_check')).toEqual([['ok']]);
  expect(await askFile(path, 'SELECT sum(total_tokens) FROM usage_events')).toEqual([[10]]);

  await page.getByRole('button', { name: 'Try again' }).click();
  // Only the reloaded page shows this.
  await expect(title(page)).toHaveText('Where do your tokens go?');
  expect(await page.evaluate(() => window.tokentab.getProjects())).toEqual([]);
});
