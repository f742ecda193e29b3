import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './cache';

const exec = promisify(execFile);

/** A tracker that reads the same folders natively. `run` is missing where it cannot be installed; the name says so then. */
export interface Ccusage {
  name: string;
  /** Milliseconds from start to exit. */
  run?: (report: string, folder: string) => Promise<number>;
}

/** The newest is a native program in a package of its own for each platform; the older one is the last in JavaScript. */
const versions = ['20.0.26', '18.0.11'];

/** Installed beside the corpora, never as a dependency of ours. */
export async function findCcusage(): Promise<Ccusage> {
  const missing: string[] = [];
  for (const version of versions) {
    const folder = join(cacheFolder, `ccusage-${version}`);
    const program = join(folder, 'node_modules/.bin/ccusage');
    try {
      await install(folder, program, version);
      await exec(program, ['--version'], { cwd: folder });
      const name = [`ccusage ${version}`, ...missing].join('; ');
      return { name, run: (report, logs) => time(program, report, logs, folder) };
    } catch {
      missing.push(`${version} is not installable here`);
    }
  }
  return { name: `ccusage ${missing.join(', ')}` };
}

async function install(folder: string, program: string, version: string): Promise<void> {
  if (existsSync(program)) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await exec('npm', ['install', '--no-save', `ccusage@${version}`], { cwd: folder });
}

async function time(program: string, report: string, logs: string, home: string): Promise<number> {
  const env = { ...process.env, HOME: home, CLAUDE_CONFIG_DIR: logs, TZ: 'UTC' };
  const beganAt = performance.now();
  await exec(program, [report, '--json', '--offline'], { cwd: home, env, maxBuffer: 64e6 });
  return performance.now() - beganAt;
}
