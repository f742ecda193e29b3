import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './cache';

const exec = promisify(execFile);

/**
 * The path of a package's program, installed next to the corpora and never as a dependency.
 * @throws if it can't be installed
 */
export async function installedProgram(name: string, version: string): Promise<string> {
  const folder = join(cacheFolder, `${name}-${version}`);
  const program = join(folder, 'node_modules/.bin', name);
  if (!existsSync(program)) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    await exec('npm', ['install', '--no-save', `${name}@${version}`], { cwd: folder });
  }
  await exec(program, ['--version'], { cwd: folder });
  return program;
}
