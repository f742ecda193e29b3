import type { LaunchOptions } from 'playwright';
import { browserArguments, findBrowser, findHeadlessShell } from '../../../scripts/browser.mjs';

/**
 * How tests launch the installed Chromium: headless, without a sandbox if it would refuse to start with one.
 */
export function launchOptions(): LaunchOptions {
  return launching(findBrowser());
}

/** As `launchOptions`, but with the headless shell if there is one: for tests that need no browser around the page. */
export function shellLaunchOptions(): LaunchOptions {
  return launching(findHeadlessShell() ?? findBrowser());
}

function launching(executablePath: string | undefined): LaunchOptions {
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    headless: true,
    args: browserArguments(),
  };
}
