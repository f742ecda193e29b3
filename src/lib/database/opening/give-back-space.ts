import { TokentabError } from '../../model/errors';
import type { Connection } from '../context';
import { asTokentabError } from '../sql/sqlite-errors';

/** Below that nobody misses it. */
const leastBytes = 20_000_000;

/** Whether more than half of the file is empty, as after the migration to narrow rows. */
export function hasSpaceToGiveBack({ db }: Connection): boolean {
  const number = (pragma: string) => Number(db.selectValue(`PRAGMA ${pragma}`));
  const empty = number('freelist_count');
  return empty * 2 > number('page_count') && empty * number('page_size') > leastBytes;
}

/**
 * Writes the file anew without what is empty. A crash leaves it as it was, and the next opening tries again; so does a disk that
 * has no room for it. Outside a transaction.
 */
export function giveBackSpace({ sqlite3, db }: Connection): void {
  try {
    // In memory it would need as much as the whole file.
    db.exec('PRAGMA temp_store = FILE; VACUUM');
  } catch (error) {
    const known = asTokentabError(sqlite3, error);
    if (!(known instanceof TokentabError && known.code === 'StorageFull')) throw known;
  } finally {
    db.exec('PRAGMA temp_store = MEMORY');
  }
}
