import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './cache';
import { installedPackage } from './installed-program';

const exec = promisify(execFile);

/**
 * A tracker that reads the same folders natively. `run` is missing if it can't be installed; the name then says so.
 */
export interface Ccusage {
  name: string;
  /** Milliseconds from start to exit. */
  run?: (tool: 'claude' | 'codex', folder: string) => Promise<number>;
}

/** The newest version whose package for this platform can be installed by its exact version. */
const version = '20.0.24';

export async function findCcusage(): Promise<Ccusage> {
  const name = `ccusage ${version}`;
  try {
    // The program itself, which is native: the package `ccusage` starts it from Node.
    const folder = await installedPackage(`@ccusage/ccusage-${process.platform}-${process.arch}`, version);
    const program = join(folder, 'bin/ccusage');
    await chmod(program, 0o755);
    return { name, run: (tool, logs) => time(program, tool, logs) };
  } catch {
    return { name: `${name} is not installable here` };
  }
}

async function time(program: string, tool: 'claude' | 'codex', logs: string): Promise<number> {
  const env = { ...process.env, HOME: cacheFolder, CLAUDE_CONFIG_DIR: logs, CODEX_HOME: logs, TZ: 'UTC' };
  const beganAt = performance.now();
  await exec(program, [tool, 'daily', '--json', '--offline'], { cwd: cacheFolder, env, maxBuffer: 64e6 });
  return performance.now() - beganAt;
}
