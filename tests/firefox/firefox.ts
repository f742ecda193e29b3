import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';

/** A Firefox with its own profile, which can be closed and started again. */
export class Firefox {
  private constructor(
    private readonly program: string,
    private readonly profile: string,
    private browser: Browser,
  ) {}

  static async start(program: string): Promise<Firefox> {
    const profile = await mkdtemp(join(tmpdir(), 'tokentab-firefox-'));
    return new Firefox(program, profile, await start(program, profile));
  }

  /** Opens a tab and waits until its database is open and it handles keys. */
  async open(address: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(address);
    await page.evaluate(() => window.tokentab.ready);
    await hearsKeys(page);
    return page;
  }

  async restart(): Promise<void> {
    await this.browser.close();
    this.browser = await start(this.program, this.profile);
  }

  /** Kills the whole browser with SIGKILL, and starts it again with the same profile. */
  async crash(): Promise<void> {
    const main = this.browser.process();
    if (!main) throw new Error('Firefox has no process.');
    const ended = new Promise((resolve) => main.once('exit', resolve));
    main.kill('SIGKILL');
    await ended;
    // The lock file of the killed one.
    await rm(join(this.profile, 'lock'), { force: true });
    this.browser = await start(this.program, this.profile);
  }

  async end(): Promise<void> {
    await this.browser.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Shortcuts load after the first paint, in one chunk with the menus of rows. */
export async function hearsKeys(page: Page): Promise<void> {
  await page.waitForSelector('[data-testid=project-menu]');
}

function start(program: string, profile: string): Promise<Browser> {
  return launch({ browser: 'firefox', executablePath: program, headless: true, userDataDir: profile });
}
