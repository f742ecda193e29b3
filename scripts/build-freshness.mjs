import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inputs } from './build-version.mjs';
import { root } from './run.mjs';

/**
 * Whether build/ is newer than everything it is made of. Folders count as well: a deleted file leaves its trace there.
 * A build that was cut short has no service worker yet, which Kit writes last.
 */
export function isBuildFresh() {
  const built = join(root, 'build/service-worker.js');
  if (!existsSync(built)) return false;
  const builtAt = statSync(built).mtimeMs;
  return inputs.every((input) => newest(join(root, input)) < builtAt);
}

/**
 * @param {string} path
 * @returns {number} when it, or anything in it, was changed last, in UTC milliseconds
 */
function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
