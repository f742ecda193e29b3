import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright';
import { test as base, chromium, expect } from 'playwright/test';
import { launchOptions } from './browser';
import { Site } from './site';
import { Watcher } from './watch';

export { expect };

/** A browser on a profile of its own on disk, and how it ends: OPFS in Playwright's usual contexts lives in memory. */
class App {
  private current: { context: BrowserContext; page: Page } | undefined;

  constructor(
    readonly site: Site,
    readonly watcher: Watcher,
    readonly profileFolder: string,
    private readonly options: Options,
  ) {}

  get context(): BrowserContext {
    return this.opened.context;
  }

  /** The first tab. More come from `context.newPage()`. */
  get page(): Page {
    return this.opened.page;
  }

  /** Starts the browser; its tabs are blank. */
  async launch(): Promise<Page> {
    const { args = [], ...launching } = launchOptions();
    const context = await chromium.launchPersistentContext(this.profileFolder, {
      ...launching,
      args: [...args, ...this.options.browserArgs],
      baseURL: this.site.url,
      ignoreDefaultArgs: this.options.ignoreDefaultArgs,
      locale: this.options.browserLocale,
      hasTouch: this.options.hasTouchScreen,
    });
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
  async restart(): Promise<Page> {
    await this.close();
    return this.launch();
  }

  /** Ends the whole browser by SIGKILL, as a power cut would, and starts it again on the same profile. */
  async crash(): Promise<Page> {
    const { context } = this.opened;
    const session = await this.browserSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const pid = processInfo.find((process) => process.type === 'browser')?.id;
    if (pid === undefined) throw new Error('Chromium names no process of its own.');
    const closed = context.waitForEvent('close');
    process.kill(pid, 'SIGKILL');
    await closed;
    this.current = undefined;
    return this.launch();
  }

  /** What drives the browser itself instead of one of its tabs. */
  async browserSession(): Promise<CDPSession> {
    const browser = this.opened.context.browser();
    if (!browser) throw new Error('This Playwright gives a persistent context no browser.');
    return browser.newBrowserCDPSession();
  }

  private get opened() {
    if (!this.current) throw new Error('The browser is not running.');
    return this.current;
  }
}

interface Options {
  /** `['--disable-back-forward-cache']` gives the browser the cache that Playwright switches off. */
  ignoreDefaultArgs: string[];
  /** What the browser speaks and how it writes numbers and dates. */
  browserLocale: string;
  /** Then things can be tapped. */
  hasTouchScreen: boolean;
  /** Beside the usual ones. */
  browserArgs: string[];
  /** Chromium's own settings, by the names of its `Preferences` file. */
  preferences: object;
}

interface Fixtures {
  site: Site;
  app: App;
  watcher: Watcher;
}

/**
 * Each test gets the built site on a port of its own and a browser on an empty profile. A request to another origin, an uncaught
 * error or a complaint in the console fails the test, unless `watcher.allow` expects it.
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

  app: async (
    { site, watcher, ignoreDefaultArgs, browserArgs, browserLocale, hasTouchScreen, preferences },
    use,
  ) => {
    const profile = await mkdtemp(join(tmpdir(), 'tokentab-e2e-'));
    await mkdir(join(profile, 'Default'));
    await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
    const app = new App(site, watcher, profile, {
      ignoreDefaultArgs,
      browserArgs,
      browserLocale,
      hasTouchScreen,
      preferences,
    });
    await app.launch();
    await use(app);
    await app.close();
    // The browser's last processes may still be writing when it has closed: they are given twenty seconds.
    await rm(profile, { recursive: true, force: true, maxRetries: 20 });
  },

  context: async ({ app }, use) => use(app.context),
  page: async ({ app }, use) => use(app.page),
});
