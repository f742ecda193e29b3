import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed, root, run } from './run.mjs';

/**
 * Runs `npm ci` unless node_modules already matches package-lock.json.
 * @returns {Promise<void>}
 */
export async function installPackages() {
  if (isInstalled()) return;
  console.log('Installing packages …');
  const options = ['--include=dev', '--no-audit', '--no-fund'];
  try {
    await run('npm', ['ci', ...options]);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    // `npm ci` fails if the registry lacks a build for some other platform; `npm install` ignores that.
    console.log('"npm ci" did not work here; trying "npm install" …');
    await run('npm', ['install', '--no-save', ...options]);
  }
}

/**
 * npm keeps a copy of the lock file in node_modules. Optional packages may be missing, if they are for other
 * platforms.
 */
function isInstalled() {
  const copy = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(copy)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(copy);
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.devOptional || present[path]?.version === entry.version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string; optional?: boolean; devOptional?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
