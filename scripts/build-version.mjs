import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * What this build is called: the package's version, then the time and the short hash of the commit, as in
 * `0.2.0+20261129073801.8f987b0`. It sorts by age, so that of two open tabs the older build is known, and two builds of
 * one commit have the same name. A work tree with changes of its own is named by the time of the build and `changed`;
 * without git (an unpacked archive) only the package's version is known.
 * `TOKENTAB_VERSION` overrides all of this: tests build a newer version with it.
 * @returns {string}
 */
export function buildVersion() {
  const chosen = process.env['TOKENTAB_VERSION'];
  if (chosen !== undefined && chosen !== '') return chosen;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const commit = git('log', '-1', '--format=%ct %h', '--abbrev=7');
  if (commit === undefined) return version;
  const [seconds = '0', hash = ''] = commit.split(' ');
  const isChanged = git('status', '--porcelain', '--', ...inputs) !== '';
  return isChanged
    ? `${version}+${timestamp(Date.now())}.changed`
    : `${version}+${timestamp(Number(seconds) * 1000)}.${hash}`;
}

/** Everything that the built site depends on. */
export const inputs = [
  'src',
  'static',
  'migrations',
  'scripts/manifest.mjs',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
];

/**
 * @param {number} time UTC milliseconds
 * @returns {string} 14 digits, UTC
 */
function timestamp(time) {
  return new Date(time).toISOString().replace(/\D/g, '').slice(0, 14);
}

/**
 * @param {string[]} args
 * @returns {string | undefined} undefined where there is no git or no repository
 */
function git(...args) {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}
