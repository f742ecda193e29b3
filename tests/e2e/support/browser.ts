import type { LaunchOptions } from 'playwright';
import { browserArguments, findBrowser } from '../../../scripts/browser.mjs';

/** How every test launches Chromium: the installed one, headless, without a sandbox where it would refuse to start. */
export function launchOptions(): LaunchOptions {
  const executablePath = findBrowser();
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    headless: true,
    args: browserArguments(),
  };
}
