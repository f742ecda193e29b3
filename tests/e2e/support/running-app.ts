import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright';
import { OwnBrowser } from './own-browser';
import type { Site } from './site';
import type { Watcher } from './watch';

/** The app as tests use it: the site, the browser's tabs, and ways to end and restart them. */
export class App {
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

  /** The first tab. `context.newPage()` opens more. */
  get page(): Page {
    return this.opened.page;
  }

  get profileFolder(): string {
    return this.own.profileFolder;
  }

  /** Starts the browser, or its context, with a blank tab. */
  async launch(): Promise<Page> {
    const context = await this.home.newContext({ ...this.options, baseURL: this.site.url });
    this.watcher.watch(context);
    const page = context.pages()[0] ?? (await context.newPage());
    this.current = { context, page };
    return page;
  }

  /** Closes all tabs and opens a blank one. */
  async replaceTabs(): Promise<Page> {
    const { context } = this.opened;
    const old = context.pages();
    const page = await context.newPage();
    await Promise.all(old.map((each) => each.close()));
    this.current = { context, page };
    return page;
  }

  async close(): Promise<void> {
    await this.current?.context.close();
    this.current = undefined;
  }

  /** Quits the browser and starts it again with the same profile. */
  restart(): Promise<Page> {
    return this.startAgain(() => this.close());
  }

  /**
   * Kills the whole browser with SIGKILL, like a power cut, and starts it again with the same profile.
   * @param look looks at what is left, before the restart
   */
  crash(look?: () => Promise<void>): Promise<Page> {
    return this.startAgain(async (own) => {
      await own.kill(this.ownBrowser);
      await look?.();
    });
  }

  /** Controls the browser itself instead of one of its tabs. */
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
