import { setTimeout } from 'node:timers/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';

/** A Firefox with its own profile, which can be closed and started again. */
export class Firefox {
  private constructor(
    private readonly program: string,
    private readonly profile: string,
    private readonly preferences: Record<string, unknown>,
    private browser: Browser,
  ) {}

  /** @param preferences by their names in about:config */
  static async start(program: string, preferences: Record<string, unknown> = {}): Promise<Firefox> {
    const profile = await mkdtemp(join(tmpdir(), 'tokentab-firefox-'));
    return new Firefox(program, profile, preferences, await start(program, profile, preferences));
  }

  /** Opens a tab and waits until its database is open and it handles keys. */
  async open(address: string): Promise<Page> {
    const page = await this.goTo(address);
    await page.evaluate(() => window.tokentab.ready);
    await hearsKeys(page);
    return page;
  }

  /** Opens a tab whose database may not open. */
  async goTo(address: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(address);
    return page;
  }

  async restart(): Promise<void> {
    await this.browser.close();
    this.browser = await start(this.program, this.profile, this.preferences);
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
    this.browser = await start(this.program, this.profile, this.preferences);
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

/**
 * Waits until `condition` holds in the page. Puppeteer's `waitForFunction` builds its function from text, which the page's
 * content security policy forbids in Firefox.
 * @throws Error after `timeout` milliseconds
 */
export async function until(
  page: Page,
  condition: (...args: string[]) => boolean | undefined,
  { args = [], timeout = 60_000 }: { args?: string[]; timeout?: number } = {},
): Promise<void> {
  const end = Date.now() + timeout;
  while (!(await page.evaluate(condition, ...args))) {
    if (Date.now() > end) throw new Error(`Not within ${timeout} ms: ${String(condition)}`);
    await setTimeout(50);
  }
}

function start(program: string, profile: string, preferences: Record<string, unknown>): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: program,
    headless: true,
    userDataDir: profile,
    extraPrefsFirefox: preferences,
  });
}
