import { existsSync } from 'node:fs';
import { findBrowser, findHeadlessShell } from './browser.mjs';
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
  if (findHeadlessShell() === undefined && isDebianRoot()) await installFromDebian('chromium-headless-shell');
  console.log(`Browser: ${browser}`);
  console.log(`Headless shell: ${findHeadlessShell() ?? 'none, so tests take about twice as long'}`);
}

async function install() {
  console.log('No Chromium found; installing one …');
  await attempt('npx', ['playwright', 'install', 'chromium']);
  const own = findBrowser();
  if (own !== undefined || !isDebianRoot()) return own;
  // Playwright's own download isn't reachable from every network, so try Debian's package next.
  await attempt('apt-get', ['update']);
  await installFromDebian('chromium');
  return findBrowser();
}

function isDebianRoot() {
  return existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/** @param {string} name */
function installFromDebian(name) {
  return attempt('apt-get', ['install', '-y', '--no-install-recommends', name]);
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
