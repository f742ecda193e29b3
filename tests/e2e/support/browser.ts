import type { LaunchOptions } from 'playwright';
import { browserArguments, findBrowser } from '../../../scripts/browser.mjs';

/**
 * How every test launches Chromium: the installed one, headless, without a sandbox if it would refuse to start with
 * one.
 */
export function launchOptions(): LaunchOptions {
  const executablePath = findBrowser();
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    headless: true,
    args: browserArguments(),
  };
}
