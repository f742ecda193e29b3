import type { Page } from 'playwright';
import { test as base, expect } from 'playwright/test';
import { type BrowserOptions, OwnBrowser } from './own-browser';
import { App } from './running-app';
import { Site } from './site';
import { Watcher } from './watch';

export { expect };

/** Any of `BrowserOptions` gives the test a browser of its own. */
interface Options extends BrowserOptions {
  /** What the browser speaks and how it writes numbers and dates. */
  browserLocale: string;
  /** Then things can be tapped. */
  hasTouchScreen: boolean;
}

interface Fixtures {
  site: Site;
  app: App;
  watcher: Watcher;
  ownBrowser: OwnBrowser | undefined;
}

/**
 * Each test gets the built site on a port of its own, so an origin with an empty database, in a fresh context of its worker's
 * browser, whose private files are in memory. Tagged `@own-browser` it gets a browser on a profile on disk. A request to another
 * origin, an uncaught error or a complaint in the console fails the test, unless `watcher.allow` expects it. Tests that only read
 * share a database by `fillOnce`.
 */
export const test = base.extend<Options & Fixtures>({
  ignoreDefaultArgs: [[], { option: true }],
  browserLocale: ['en-US', { option: true }],
  hasTouchScreen: [false, { option: true }],
  browserArgs: [[], { option: true }],
  preferences: [{}, { option: true }],

  site: async ({}, use) => {
    if (filled !== undefined) return use(filled.site);
    const site = await Site.open();
    await use(site);
    await site.stop();
  },

  watcher: async ({ site }, use) => {
    const watcher = filled?.watcher ?? new Watcher(site.url);
    await use(watcher);
    expect(watcher.takeRemaining(), 'nothing foreign was asked and nothing complained').toEqual([]);
  },

  ownBrowser: async ({ ignoreDefaultArgs, browserArgs, preferences }, use, { tags }) => {
    const needed = [...ignoreDefaultArgs, ...browserArgs, ...Object.keys(preferences)].length > 0;
    const own =
      needed || tags.includes('@own-browser')
        ? await OwnBrowser.create({ ignoreDefaultArgs, browserArgs, preferences })
        : undefined;
    await use(own);
    await own?.remove();
  },

  app: async ({ site, watcher, browser, ownBrowser, browserLocale, hasTouchScreen }, use) => {
    if (filled !== undefined) {
      await filled.replaceTabs();
      return use(filled);
    }
    const options = { locale: browserLocale, hasTouch: hasTouchScreen };
    const app = new App(site, watcher, ownBrowser ?? browser, options);
    await app.launch();
    await use(app);
    await app.close();
  },

  context: async ({ app }, use) => use(app.context),
  page: async ({ app }, use) => use(app.page),
});

/** What `fillOnce` filled for the tests that run now. */
let filled: App | undefined;

/**
 * For a `describe` whose tests only read: one context for all of them, filled before the first. Each test begins with one blank
 * tab; stored data and preferences stay, so a test that changes some has to undo it. In en-US, without touch.
 * @returns what `fill` gave, once the tests run
 */
export function fillOnce<Filling>(fill: (page: Page) => Promise<Filling>): () => Filling {
  let filling: { value: Filling } | undefined;
  test.describe.configure({ mode: 'default' });
  test.beforeAll(async ({ browser }) => {
    const site = await Site.open();
    filled = new App(site, new Watcher(site.url), browser, { locale: 'en-US' });
    filling = { value: await fill(await filled.launch()) };
  });
  test.afterAll(async () => {
    await filled?.close();
    await filled?.site.stop();
    filled = undefined;
  });
  return () => {
    if (filling === undefined) throw new Error('Nothing has been filled yet.');
    return filling.value;
  };
}
