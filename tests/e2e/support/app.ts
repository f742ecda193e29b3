import type { BrowserContextOptions, Page } from 'playwright';
import { test as base, expect } from 'playwright/test';
import { type BrowserOptions, OwnBrowser } from './own-browser';
import { App } from './running-app';
import { Site } from './site';
import { Watcher } from './watch';

export { expect };

/** Setting any of `BrowserOptions` gives the test its own browser. */
interface Options extends BrowserOptions {
  /** The browser's language, and its format of numbers and dates. */
  browserLocale: string;
  /** Allows tapping. */
  hasTouchScreen: boolean;
}

interface Fixtures {
  site: Site;
  app: App;
  watcher: Watcher;
  ownBrowser: OwnBrowser | undefined;
}

/**
 * Each test gets the built site on its own port, hence its own origin with an empty database, in a new context of its
 * worker's headless shell, whose private files are in memory. Tagged `@own-browser`, it gets a whole browser with a
 * profile on disk. In the shared browser, only tests tagged `@service-worker` have a service worker, because installing
 * one takes a third of a short test. A request to another origin, an uncaught error or a console warning fails the
 * test, unless `watcher.allow` expects it. Tests that only read share a database with `fillOnce`.
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
    expect(watcher.takeRemaining(), 'no request to another site and no complaint').toEqual([]);
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

  app: async ({ site, watcher, browser, ownBrowser, browserLocale, hasTouchScreen }, use, { tags }) => {
    if (filled !== undefined) {
      await filled.replaceTabs();
      return use(filled);
    }
    const isAllowed = ownBrowser !== undefined || tags.includes('@service-worker');
    const options: BrowserContextOptions = {
      locale: browserLocale,
      hasTouch: hasTouchScreen,
      serviceWorkers: isAllowed ? 'allow' : 'block',
    };
    const app = new App(site, watcher, ownBrowser ?? browser, options);
    await app.launch();
    await use(app);
    await app.close();
  },

  context: async ({ app }, use) => use(app.context),
  page: async ({ app }, use) => use(app.page),
});

/** What `fillOnce` has filled for the current tests. */
let filled: App | undefined;

/**
 * For a `describe` whose tests only read: one context for all of them, filled before the first. Each test starts with
 * one blank tab. Stored data and preferences stay, so a test that changes any must undo it. Runs in en-US, without
 * touch.
 * @returns a function that returns the result of `fill` while the tests run
 */
export function fillOnce<Filling>(fill: (page: Page) => Promise<Filling>): () => Filling {
  let filling: { value: Filling } | undefined;
  test.describe.configure({ mode: 'default' });
  test.beforeAll(async ({ browser }) => {
    const site = await Site.open();
    filled = new App(site, new Watcher(site.url), browser, { locale: 'en-US', serviceWorkers: 'block' });
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
