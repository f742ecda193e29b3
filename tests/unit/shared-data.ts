import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * A folder of real logs next to some checkouts, which is never part of the repository: `TOKENTAB_SHARED`, or the
 * sibling folder `shared/data`. Null if it is absent; a test that needs it then skips with a message.
 */
export function sharedData(folder: string): string | null {
  const root = process.env.TOKENTAB_SHARED ?? resolve(import.meta.dirname, '../../../shared/data');
  const path = resolve(root, folder);
  return existsSync(path) ? path : null;
}
