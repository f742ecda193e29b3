import type { SAHPoolUtil } from '@sqlite.org/sqlite-wasm';
import { TokentabError } from '../../model/errors';
import { storageFull } from './open-pool';

const prefix = '/before-migration-';

/**
 * Copies the database file within its pool under a new name, checks the copy, and only then deletes the copy of an
 * earlier migration. The database must have been read once, which rolls back a leftover journal, and must not be in a
 * transaction.
 */
export function keepCopy(pool: SAHPoolUtil, file: string, now: number): void {
  const earlier = pool.getFileNames().filter((name) => name.startsWith(prefix));
  const name = `${prefix}${now}-${crypto.randomUUID()}.sqlite3`;
  const bytes = pool.exportFile(file);
  try {
    // With bytes instead of a function, importDb does its work before it returns.
    void pool.importDb(name, bytes);
  } catch (error) {
    throw storageFull(error);
  }
  try {
    check(pool, name, bytes.byteLength);
  } catch (error) {
    pool.unlink(name);
    throw error;
  }
  for (const old of earlier) pool.unlink(old);
}

function check(pool: SAHPoolUtil, name: string, byteLength: number): void {
  const copy = new pool.OpfsSAHPoolDb(name);
  try {
    const size = Number(copy.selectValue('PRAGMA page_count')) * Number(copy.selectValue('PRAGMA page_size'));
    if (size === byteLength && copy.selectValue('PRAGMA schema_version') !== undefined) return;
    throw new TokentabError('Corrupt', 'copy-not-made');
  } finally {
    copy.close();
  }
}
