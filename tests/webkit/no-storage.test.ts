import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claudeLine } from '../e2e/support/imports';
import { Site } from '../e2e/support/site';
import { missingProgram, WebKit } from './webkit';

const missing = missingProgram();
if (missing !== null) console.warn(`Skipped: this needs ${missing} (Debian: webkit2gtk-driver, xvfb).`);

// WebKitGTK has no private file storage, so this is all of the app that it can run.
describe.skipIf(missing !== null)('in WebKitGTK', { timeout: 120_000 }, () => {
  let site: Site;
  let webkit: WebKit;

  beforeAll(async () => {
    site = await Site.open();
    webkit = await WebKit.start();
  }, 120_000);

  afterAll(async () => {
    await webkit.end();
    await site.stop();
  });

  it('the page says that nothing can be stored, and the app works in memory without scrolling sideways', async () => {
    const sideways = () =>
      webkit.run<number>(
        'return document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
    await webkit.goTo(site.url);
    expect(await webkit.run('return window.tokentab.ready.then(() => null, ({ code }) => code)')).toBe(
      'NoStorage',
    );
    expect(await webkit.run(`return document.querySelector('h1').textContent`)).toBe(
      'This window can’t store your data',
    );
    expect(await sideways()).toBe(0);

    await webkit.click(
      `[...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Try it without saving')`,
    );
    await webkit.until(`document.querySelector('a[href="/settings"]')`);
    expect(await webkit.run('return document.body.textContent')).toContain('Nothing is saved.');
    const log = claudeLine({
      id: 'a',
      cwd: '/home/ada/shop',
      timestamp: '2026-10-02T09:00:00.000Z',
      input: 100,
      output: 23,
    });
    await webkit.run(
      `await window.tokentab.importFiles([new File([${JSON.stringify(`${log}\n`)}], 'a.jsonl')])`,
    );
    expect(
      await webkit.run(`return (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens`),
    ).toBe(123);

    for (const path of ['/', '/projects', '/clients', '/documents', '/import', '/settings']) {
      await webkit.resize(1280, 800);
      // Narrow windows keep some of the links in a menu.
      await webkit.click(`document.querySelector('a[href="${path}"]')`);
      await webkit.until(`location.pathname === '${path}'`);
      expect.soft(await sideways(), `${path}, wide`).toBe(0);
      await webkit.resize(360, 800);
      expect.soft(await sideways(), `${path}, narrow`).toBe(0);
    }
  });
});
