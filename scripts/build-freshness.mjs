import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inputs } from './build-version.mjs';
import { root } from './run.mjs';

/**
 * Whether build/ is newer than all its inputs. Folders are checked too: deleting a file changes the time of its
 * folder. SvelteKit writes the service worker last, so an interrupted build has none.
 */
export function isBuildFresh() {
  const built = join(root, 'build/service-worker.js');
  if (!existsSync(built)) return false;
  const builtAt = statSync(built).mtimeMs;
  return inputs.every((input) => newest(join(root, input)) < builtAt);
}

/**
 * @param {string} path
 * @returns {number} when the file, or anything in the folder, last changed, in UTC milliseconds
 */
function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
