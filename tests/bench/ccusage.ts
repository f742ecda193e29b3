import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cacheFolder } from './cache';
import { installedProgram } from './installed-program';

const exec = promisify(execFile);

/**
 * A tracker that reads the same folders natively. `run` is missing if it can't be installed; the name then says so.
 */
export interface Ccusage {
  name: string;
  /** Milliseconds from start to exit. */
  run?: (report: string, folder: string) => Promise<number>;
}

/**
 * The newest version is a native program in a separate package per platform; the older one is the last in JavaScript.
 */
const versions = ['20.0.26', '18.0.11'];

export async function findCcusage(): Promise<Ccusage> {
  const missing: string[] = [];
  for (const version of versions) {
    try {
      const program = await installedProgram('ccusage', version);
      const name = [`ccusage ${version}`, ...missing].join('; ');
      return { name, run: (report, logs) => time(program, report, logs) };
    } catch {
      missing.push(`${version} is not installable here`);
    }
  }
  return { name: `ccusage ${missing.join(', ')}` };
}

async function time(program: string, report: string, logs: string): Promise<number> {
  const env = { ...process.env, HOME: cacheFolder, CLAUDE_CONFIG_DIR: logs, TZ: 'UTC' };
  const beganAt = performance.now();
  await exec(program, [report, '--json', '--offline'], { cwd: cacheFolder, env, maxBuffer: 64e6 });
  return performance.now() - beganAt;
}
