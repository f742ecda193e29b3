import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Site } from '../e2e/support/site';
import { findFirefox } from './find-firefox';
import { Firefox } from './firefox';

const program = findFirefox();

describe.skipIf(program === null)('in a private window of Firefox', { timeout: 120_000 }, () => {
  let site: Site;
  let firefox: Firefox;

  beforeAll(async () => {
    site = await Site.open();
    firefox = await Firefox.start(program ?? '', { 'browser.privatebrowsing.autostart': true });
  }, 120_000);

  afterAll(async () => {
    await firefox.end();
    await site.stop();
  });

  it('the page says that nothing can be stored, and keeps nothing silently', async () => {
    const page = await firefox.goTo(site.url);
    const codeOf = (work: 'ready' | 'createProject') =>
      page.evaluate(
        (work) =>
          (work === 'ready' ? window.tokentab.ready : window.tokentab.createProject({ name: 'No' })).then(
            () => 'done',
            (error: unknown) => (error as { code: string }).code,
          ),
        work,
      );
    expect(await codeOf('ready')).toBe('NoStorage');
    expect(await codeOf('createProject')).toBe('NoStorage');
    expect(await page.$eval('h1', (title) => title.textContent)).toBe('This window can’t store your data');
  });
});
