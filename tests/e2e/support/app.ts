import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright';
import { test as base, expect } from 'playwright/test';
import { type BrowserOptions, OwnBrowser } from './own-browser';
import { Site } from './site';
import { Watcher } from './watch';

export { expect };

/** The app as a test meets it: the site, the browser's tabs, and what ends and restarts them. */
class App {
  private current: { context: BrowserContext; page: Page } | undefined;

  constructor(
    readonly site: Site,
    readonly watcher: Watcher,
    private readonly home: Browser | OwnBrowser,
    private readonly options: BrowserContextOptions,
  ) {}

  get context(): BrowserContext {
    return this.opened.context;
  }

  /** The first tab. More come from `context.newPage()`. */
  get page(): Page {
    return this.opened.page;
  }

  get profileFolder(): string {
    return this.own.profileFolder;
  }

  /** Starts the browser, or its context; its tabs are blank. */
  async launch(): Promise<Page> {
    const context = await this.home.newContext({ ...this.options, baseURL: this.site.url });
    this.watcher.watch(context);
    const page = context.pages()[0] ?? (await context.newPage());
    this.current = { context, page };
    return page;
  }

  async close(): Promise<void> {
    await this.current?.context.close();
    this.current = undefined;
  }

  /** Quits the browser and starts it again on the same profile. */
  restart(): Promise<Page> {
    return this.startAgain(() => this.close());
  }

  /** Ends the whole browser by SIGKILL, as a power cut would, and starts it again on the same profile. */
  crash(): Promise<Page> {
    return this.startAgain((own) => own.kill(this.ownBrowser));
  }

  /** What drives the browser itself instead of one of its tabs. */
  browserSession(): Promise<CDPSession> {
    return this.ownBrowser.newBrowserCDPSession();
  }

  private async startAgain(end: (own: OwnBrowser) => Promise<void>): Promise<Page> {
    await end(this.own);
    this.current = undefined;
    return this.launch();
  }

  private get own(): OwnBrowser {
    if (this.home instanceof OwnBrowser) return this.home;
    throw new Error('This ends or drives the whole browser: tag the test @own-browser.');
  }

  private get ownBrowser(): Browser {
    const browser = this.home === this.own ? this.opened.context.browser() : null;
    if (!browser) throw new Error('This Playwright gives a persistent context no browser.');
    return browser;
  }

  private get opened() {
    if (!this.current) throw new Error('The browser is not running.');
    return this.current;
  }
}

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
 * origin, an uncaught error or a complaint in the console fails the test, unless `watcher.allow` expects it.
 */
export const test = base.extend<Options & Fixtures>({
  ignoreDefaultArgs: [[], { option: true }],
  browserLocale: ['en-US', { option: true }],
  hasTouchScreen: [false, { option: true }],
  browserArgs: [[], { option: true }],
  preferences: [{}, { option: true }],

  site: async ({}, use) => {
    const site = await Site.open();
    await use(site);
    await site.stop();
  },

  watcher: async ({ site }, use) => {
    const watcher = new Watcher(site.url);
    await use(watcher);
    expect(watcher.remaining, 'nothing foreign was asked and nothing complained').toEqual([]);
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
    const options = { locale: browserLocale, hasTouch: hasTouchScreen };
    const app = new App(site, watcher, ownBrowser ?? browser, options);
    await app.launch();
    await use(app);
    await app.close();
  },

  context: async ({ app }, use) => use(app.context),
  page: async ({ app }, use) => use(app.page),
});
