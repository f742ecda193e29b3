import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The bytes of all files in a folder and below it.
 * @param since only of those that were changed later, in UTC milliseconds
 */
export function bytesIn(folder: string, since = 0): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.reduce((sum, name) => {
    const stats = statSync(join(folder, name), { throwIfNoEntry: false });
    return sum + (stats?.isFile() === true && stats.mtimeMs > since ? stats.size : 0);
  }, 0);
}
