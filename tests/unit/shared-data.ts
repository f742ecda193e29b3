import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * A folder of real logs that lies beside some checkouts and is never part of the repository: at `TOKENTAB_SHARED`, else in
 * the sibling folder `shared/data`. Null where it is absent; a test that needs it then skips and says so.
 */
export function sharedData(folder: string): string | null {
  const root = process.env.TOKENTAB_SHARED ?? resolve(import.meta.dirname, '../../../shared/data');
  const path = resolve(root, folder);
  return existsSync(path) ? path : null;
}
