import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { root } from '../../scripts/run.mjs';
import { expect, test } from '../e2e/support/app';
import { importTexts } from '../e2e/support/imports';
import { bigLog } from './support/big-log';

/** A deployment can lack a file, and some hosts answer a missing file with a page and status 200. */
const breaks: Record<string, (file: string) => Promise<unknown>> = {
  'is missing': (file) => rm(file),
  'is replaced by a page': (file) => writeFile(file, '<!doctype html><title>Not what you asked for</title>'),
};

async function brokenSite(breakIt: (file: string) => Promise<unknown>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tokentab-broken-'));
  await cp(join(root, 'build'), folder, { recursive: true });
  const names = await readdir(folder, { recursive: true });
  for (const name of names) if (/\.wasm\.(br|gz)$/.test(name)) await rm(join(folder, name));
  for (const name of names) if (name.endsWith('.wasm')) await breakIt(join(folder, name));
  return folder;
}

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const failed = 'Tokentab could not open your database';
const codeOf = (page: Page, work: 'ready' | 'createProject') =>
  page.evaluate(
    (work) =>
      (work === 'ready' ? window.tokentab.ready : window.tokentab.createProject({ name: 'No' })).then(
        () => 'done',
        (error: unknown) => (error as { code: string }).code,
      ),
    work,
  );
const total = (page: Page) =>
  page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);

for (const [how, breakIt] of Object.entries(breaks))
  test(`if the wasm ${how}, the page says so, changes nothing, and works once it is repaired @own-browser`, async ({
    app,
    watcher,
  }) => {
    watcher.allow(/./);
    const broken = await brokenSite(breakIt);
    let page = app.page;
    await app.site.start(broken);
    await page.goto('/');
    await expect(title(page)).toHaveText(failed);
    expect(await codeOf(page, 'ready')).toBe('Unexpected');
    expect(await codeOf(page, 'createProject')).toBe('Unexpected');

    // What the browser cached of the broken site must not outlast it.
    await app.site.start();
    await expect(async () => {
      await page.goto('/?month=2026-10');
      expect(await codeOf(page, 'ready')).toBe('done');
    }).toPass();
    const log = bigLog('kept', 1);
    await importTexts(page, log.files);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

    // With a service worker, a broken site matters no more.
    await app.site.start(broken);
    page = await app.restart();
    await page.goto('/?month=2026-10');
    expect(await total(page)).toBe(log.tokens);

    // Without one and without a cache, an open tab works on; another one says what is wrong, and neither changes anything.
    await app.site.start();
    page = await app.restart();
    await app.context.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    });
    await page.goto('/?month=2026-10');
    expect(await total(page)).toBe(log.tokens);
    const session = await app.context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', {
      origin: app.site.url,
      storageTypes: 'service_workers',
    });
    await session.send('Network.clearBrowserCache');
    await app.site.start(broken);
    const other = await app.context.newPage();
    await other.goto('/?month=2026-10');
    expect(await total(other)).toBe(log.tokens);
    await page.close();
    await expect(title(other)).toHaveText(failed);
    await app.site.start();
    await expect(async () => {
      await other.goto('/?month=2026-10');
      expect(await total(other)).toBe(log.tokens);
    }).toPass();
    await rm(broken, { recursive: true });
  });
