import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * The version of this build: the package's version, then the time and the short hash of the commit, as in
 * `0.2.0+20261129073801.8f987b0`. Versions sort by age, so that of two open tabs the older build is known, and two
 * builds of one commit have the same version. With uncommitted changes, the time of the build and `changed` follow
 * instead. Without git (an unpacked archive) it is only the package's version. `TOKENTAB_VERSION` overrides all of
 * this: tests use it to build a newer version.
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

/** Everything that affects the built site. */
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
 * @returns {string | undefined} undefined without git or a repository
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
