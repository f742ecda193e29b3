import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed, root, run } from './run.mjs';

/**
 * Runs `npm ci` unless node_modules already holds what package-lock.json asks for.
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
    // A registry that lacks a build for some other platform makes `npm ci` give up; `npm install` passes over it.
    console.log('"npm ci" did not work here; trying "npm install" …');
    await run('npm', ['install', '--no-save', ...options]);
  }
}

/** npm leaves its own copy of the lock file in node_modules; optional packages may be missing for this platform. */
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
