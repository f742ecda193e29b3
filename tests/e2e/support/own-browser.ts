import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright';
import { chromium } from 'playwright/test';
import { launchOptions } from './browser';

/** How a test wants its own browser to be started. */
export interface BrowserOptions {
  /** Added to the default arguments. */
  browserArgs: string[];
  /** `['--disable-back-forward-cache']` enables the cache that Playwright disables. */
  ignoreDefaultArgs: string[];
  /** Chromium's settings, by the names in its `Preferences` file. */
  preferences: object;
}

/** A browser for a single test, with a profile on disk: it can be restarted, killed and inspected. */
export class OwnBrowser {
  private constructor(
    readonly profileFolder: string,
    private readonly options: BrowserOptions,
  ) {}

  static async create(options: BrowserOptions): Promise<OwnBrowser> {
    const folder = await mkdtemp(join(tmpdir(), 'tokentab-e2e-'));
    await mkdir(join(folder, 'Default'));
    await writeFile(join(folder, 'Default/Preferences'), JSON.stringify(options.preferences));
    return new OwnBrowser(folder, options);
  }

  /** Starts the browser. Closing the context ends it. */
  newContext(options: BrowserContextOptions): Promise<BrowserContext> {
    const { args = [], ...launching } = launchOptions();
    return chromium.launchPersistentContext(this.profileFolder, {
      ...launching,
      ...options,
      args: [...args, ...this.options.browserArgs],
      ignoreDefaultArgs: this.options.ignoreDefaultArgs,
    });
  }

  /** Kills the running browser with SIGKILL, like a power cut. */
  async kill(browser: Browser): Promise<void> {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const pid = processInfo.find((process) => process.type === 'browser')?.id;
    if (pid === undefined) throw new Error('Chromium names no process of its own.');
    const closed = new Promise((resolve) => browser.once('disconnected', resolve));
    process.kill(pid, 'SIGKILL');
    await closed;
  }

  /** Deletes the profile. The browser's last processes may still be writing to it; they get twenty seconds. */
  async remove(): Promise<void> {
    await rm(this.profileFolder, { recursive: true, force: true, maxRetries: 20 });
  }
}
