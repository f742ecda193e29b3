import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './cache';

const exec = promisify(execFile);

/** The path of a package's program. @throws as `installedPackage`, or if it doesn't start */
export async function installedProgram(name: string, version: string): Promise<string> {
  const program = join(await installedPackage(name, version), '../.bin', name);
  await exec(program, ['--version'], { cwd: cacheFolder });
  return program;
}

/**
 * The folder of a package, installed next to the corpora and never as a dependency.
 * @throws if it can't be installed
 */
export async function installedPackage(name: string, version: string): Promise<string> {
  const folder = join(cacheFolder, `${name.replaceAll('/', '-')}-${version}`);
  const installed = join(folder, 'node_modules', name);
  if (!existsSync(installed)) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    await exec('npm', ['install', '--no-save', `${name}@${version}`], { cwd: folder });
  }
  return installed;
}
