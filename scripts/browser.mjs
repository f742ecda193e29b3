import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { env, getuid, platform } from 'node:process';

const commands = ['google-chrome-stable', 'google-chrome', 'chrome', 'chromium', 'chromium-browser'];
const shellCommands = ['chrome-headless-shell', 'chromium-headless-shell'];

const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Finds a Chromium for the tests: TOKENTAB_CHROMIUM, then Playwright's own, Chrome or Chromium. It is an error if
 * TOKENTAB_CHROMIUM names a program that doesn't exist.
 * @returns {string | undefined} the program's path
 */
export function findBrowser() {
  const chosen = env['TOKENTAB_CHROMIUM'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`TOKENTAB_CHROMIUM names ${chosen}, but there is no such file.`);
  }
  return [playwrightsOwn(), ...installed()].find((path) => path !== undefined && existsSync(path));
}

/**
 * Finds Chromium's headless shell: the same engine without the browser's windows, which takes half the time. It has
 * no profile on disk, no installation of apps and no settings. TOKENTAB_CHROMIUM replaces it too.
 * @returns {string | undefined} the program's path; undefined without one
 */
export function findHeadlessShell() {
  if (env['TOKENTAB_CHROMIUM'] || platform === 'win32') return undefined;
  return [playwrightsShell(), ...onPath(shellCommands)].find(
    (path) => path !== undefined && existsSync(path),
  );
}

/**
 * Arguments for every launch: no sandbox if Chromium would refuse to start with one (as root), and no network traffic
 * of the browser's own.
 */
export function browserArguments() {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
}

function playwrightsOwn() {
  try {
    // Imported late, because this file also runs before the packages are installed.
    return createRequire(import.meta.url)('playwright').chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** Playwright downloads the shell next to the browser. */
function playwrightsShell() {
  return playwrightsOwn()?.replace(
    /chromium-(\d+)\/chrome-([^/]+)\/.*$/,
    'chromium_headless_shell-$1/chrome-headless-shell-$2/chrome-headless-shell',
  );
}

function installed() {
  if (platform === 'darwin') return macApplications;
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return roots.flatMap((root) => (root ? [join(root, 'Google/Chrome/Application/chrome.exe')] : []));
  }
  return onPath(commands);
}

/** @param {string[]} names */
function onPath(names) {
  const folders = (env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
