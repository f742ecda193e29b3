import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A real program that tests start. */
interface Wanted {
  /** Its name on the PATH, and of Debian's package. */
  name: string;
  /** The environment variable that can name another one. */
  variable: string;
  /** Where Debian's package has it. */
  place: string;
}

/**
 * The program that a variable names, the one on the PATH, or Debian's package, unpacked into the user's cache without
 * installing it. Undefined if there is none; then its tests are skipped.
 */
export function findProgram(wanted: Wanted): string | undefined {
  const found = chosen(wanted) ?? unpacked(wanted);
  if (found === undefined)
    console.warn(`Skipped: there is no ${wanted.name} here. ${wanted.variable} can name one.`);
  return found;
}

function chosen({ name, variable }: Wanted): string | undefined {
  const command = process.env[variable] ?? name;
  return spawnSync(command, ['--version']).status === 0 ? command : undefined;
}

function unpacked({ name, place }: Wanted): string | undefined {
  const caches = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tokentab');
  const cache = join(caches, name);
  const program = join(cache, place);
  if (existsSync(program)) return program;
  try {
    mkdirSync(caches, { recursive: true });
    // Test files run in parallel, so each unpacks in a folder of its own; the first one is kept.
    const own = mkdtempSync(join(caches, `${name}-`));
    execFileSync('apt-get', ['download', name], { cwd: own, stdio: 'ignore' });
    const [file = ''] = readdirSync(own).filter((each) => each.endsWith('.deb'));
    execFileSync('dpkg', ['-x', file, '.'], { cwd: own, stdio: 'ignore' });
    if (!existsSync(cache)) renameSync(own, cache);
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}
