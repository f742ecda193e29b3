import type { Page } from 'playwright';
import { expect, test } from '../e2e/support/app';
import { importTexts } from '../e2e/support/imports';
import { bigLog } from './support/big-log';
import { integrity } from './support/figures';
import { begin, isMore, killWithin, openKept, report } from './support/kills';
import { olderDatabase, placeDatabase } from './support/older-database';
import { Tally } from './support/rounds';

/** The whole browser is killed during work that Tokentab does on its own: migrations and backups. */

const october = (page: Page) =>
  page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);

test('a browser that is killed during migrations migrates at the next opening, and every total is exact @own-browser', async ({
  app,
}) => {
  test.setTimeout(3_600_000);
  const events = 6_000;
  const older = await olderDatabase(events);
  await placeDatabase(app.context, older);
  const ready = async (page: Page) => {
    await page.goto('/');
    await page.evaluate(() => window.tokentab.ready);
  };
  const start = performance.now();
  await ready(app.page);
  const longest = performance.now() - start;
  expect(await october(app.page)).toBe(events * 15);

  const tally = new Tally();
  for (let round = 0; isMore(round, tally); round += 1) {
    const { page } = app;
    await page.goto('about:blank');
    await placeDatabase(app.context, older);
    const outcome = begin(ready(page));
    // The page has to load first.
    await new Promise((resolve) => setTimeout(resolve, longest * 0.2));
    const again = await killWithin(app, longest * 0.8);
    tally.add(outcome());
    expect(await integrity(again)).toEqual({ ok: true, differences: [] });
    expect(await october(again)).toBe(events * 15);
  }
  report('migrations', tally);
});

/** In the page: the names of all files in the folder of backups. */
async function backupFiles(): Promise<string[]> {
  const directory = await (
    await navigator.storage.getDirectory()
  ).getDirectoryHandle('tokentab-backups', { create: true });
  const names: string[] = [];
  for await (const name of directory.keys()) names.push(name);
  return names.sort();
}

test('a browser that is killed during backups lists only whole ones, and leaves nothing else behind @own-browser', async ({
  app,
}) => {
  test.setTimeout(3_600_000);
  const backUp = async (page: Page) => {
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByText('Backed up and checked.').first()).toBeVisible();
  };
  let page = await openKept(app);
  const log = bigLog('kept', 30);
  await importTexts(page, log.files);
  await page.goto('/settings');
  const start = performance.now();
  await backUp(page);
  const longest = performance.now() - start;
  const tally = new Tally();
  for (let round = 0; isMore(round, tally); round += 1) {
    await page.goto('/settings');
    await page.getByRole('button', { name: 'Back up now' }).waitFor();
    const outcome = begin(backUp(page));
    page = await killWithin(app, longest);
    tally.add(outcome());
    expect(await integrity(page)).toEqual({ ok: true, differences: [] });
    expect(await october(page)).toBe(log.tokens);
  }
  await page.goto('/settings');
  await backUp(page);
  const names = await page.evaluate(backupFiles);
  expect(names.filter((name) => !/^tokentab-\d+-v\d+-\d+\.sqlite3\.gz$/.test(name))).toEqual([]);
  for (const restore of await page.getByRole('button', { name: /^Restore the backup of/ }).all()) {
    await restore.click();
    await expect(page.getByRole('region', { name: 'Restore this backup?' })).toContainText(
      log.events.toLocaleString('en-US'),
    );
    await page.getByRole('button', { name: 'Cancel' }).click();
  }
  report('backups', tally);
});
