import { TokentabError } from '../../model/errors';
import type { Connection } from '../context';
import { asTokentabError } from '../sql/sqlite-errors';

/** Less empty space than this isn't worth rewriting the file. */
const leastBytes = 20_000_000;

/** Whether more than half of the file is empty, as after the migration to narrow rows. */
export function hasReclaimableSpace({ db }: Connection): boolean {
  const number = (pragma: string) => Number(db.selectValue(`PRAGMA ${pragma}`));
  const empty = number('freelist_count');
  return empty * 2 > number('page_count') && empty * number('page_size') > leastBytes;
}

/**
 * Rewrites the file without its empty pages. Call outside a transaction. A crash leaves the file as it was; after a
 * failure (no space on the disk or in the pool) it is tried again when the database is next opened.
 * @throws `Corrupt`
 */
export function reclaimSpace({ sqlite3, db }: Connection): void {
  try {
    // The default, a temporary database in memory, would need as much memory as the whole file.
    db.exec('PRAGMA temp_store = FILE; VACUUM');
  } catch (error) {
    const known = asTokentabError(sqlite3, error);
    if (known instanceof TokentabError && known.code === 'Corrupt') throw known;
  } finally {
    db.exec('PRAGMA temp_store = MEMORY');
  }
}
