import { execFile } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../../scripts/run.mjs';

/** In the repository, so that it finds the packages; ignored by git and by every check. */
const folder = join(root, '.tokentab-newer');

const needed = [
  'assembly',
  'migrations',
  'scripts',
  'src',
  'static',
  'package.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts',
];

/**
 * Builds the same sources again as a version newer than any other, in a separate folder, because a second build in
 * the same folder would replace the first.
 * @returns the folder to serve
 */
export async function buildNewerVersion(): Promise<string> {
  await removeNewerVersion();
  await mkdir(folder);
  for (const name of needed) await cp(join(root, name), join(folder, name), { recursive: true });
  await promisify(execFile)(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], {
    cwd: folder,
    env: { ...process.env, TOKENTAB_VERSION: '9999.0.0' },
  });
  return join(folder, 'build');
}

export async function removeNewerVersion(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
