import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The NATS server that tests start: `TOKENTAB_NATS`, `nats-server` on the PATH, or Debian's package, unpacked into the
 * user's cache without installing it. Undefined if there is none; then these tests are skipped.
 */
export function findNatsServer(): string | undefined {
  return chosen() ?? unpacked();
}

function chosen(): string | undefined {
  const command = process.env['TOKENTAB_NATS'] ?? 'nats-server';
  return spawnSync(command, ['--version']).status === 0 ? command : undefined;
}

function unpacked(): string | undefined {
  const caches = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tokentab');
  const cache = join(caches, 'nats-server');
  const program = join(cache, 'usr/sbin/nats-server');
  if (existsSync(program)) return program;
  try {
    mkdirSync(caches, { recursive: true });
    // Test files run in parallel, so each unpacks in a folder of its own; the first one is kept.
    const own = mkdtempSync(join(caches, 'nats-server-'));
    execFileSync('apt-get', ['download', 'nats-server'], { cwd: own, stdio: 'ignore' });
    const [file = ''] = readdirSync(own).filter((name) => name.endsWith('.deb'));
    execFileSync('dpkg', ['-x', file, '.'], { cwd: own, stdio: 'ignore' });
    if (!existsSync(cache)) renameSync(own, cache);
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}
