import { findBrowser } from './browser.mjs';
import { run } from './run.mjs';

/**
 * Makes sure that there is a browser for the tests, and prints which one is used.
 * @returns {Promise<void>} rejects with instructions if none is found and none can be installed
 */
export async function installBrowser() {
  const browser = findBrowser() ?? (await install());
  if (browser === undefined) {
    throw new Error(
      'The tests need Chromium, none was found, and none could be installed here.\n' +
        'Install Chrome or Chromium, or name one:  TOKENTAB_CHROMIUM=/path/to/chromium npm test',
    );
  }
  console.log(`Browser: ${browser}`);
}

async function install() {
  console.log('No Chromium found; installing one …');
  await attempt('npx', ['playwright', 'install', 'chromium']);
  const own = findBrowser();
  if (own !== undefined || process.platform !== 'linux' || process.getuid?.() !== 0) return own;
  // Playwright's own download isn't reachable from every network, so try Debian's package next.
  await attempt('apt-get', ['update']);
  await attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  return findBrowser();
}

/**
 * @param {string} command
 * @param {string[]} args
 */
async function attempt(command, args) {
  try {
    await run(command, args);
  } catch (error) {
    console.error(`That did not work: ${error instanceof Error ? error.message : String(error)}`);
  }
}
