import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';

/** A Firefox on a profile of its own that can be quit and started again. */
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

  /** A new tab; waits until its database is open and it hears keys. */
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

  async end(): Promise<void> {
    await this.browser.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Shortcuts are loaded after the first paint, in one piece with the menus of rows. */
export async function hearsKeys(page: Page): Promise<void> {
  await page.waitForSelector('[data-testid=project-menu]');
}

function start(program: string, profile: string): Promise<Browser> {
  return launch({ browser: 'firefox', executablePath: program, headless: true, userDataDir: profile });
}
