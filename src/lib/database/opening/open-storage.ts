import type { Database, SAHPoolUtil, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { DatabaseName } from '../../protocol/commands';
import { databaseFile } from '../../protocol/pool-place';
import { keepCopy } from './keep-copy';
import { planIsDone } from './repair-pool';
import { openPool, storageFull } from './open-pool';
import { watchPool } from './watch-pool';

/** An open connection, and the storage of its file. */
export interface Storage {
  db: Database;
  /** The last write before this opening was interrupted. */
  wasCutShort: boolean;
  /** Copies the file as it is now. Call before the first migration runs. */
  keepCopy(): void;
  /** False if the site's data was cleared while the handles were open. */
  isStillThere(): Promise<boolean>;
  /** Closes the connection and releases all handles. */
  close(): void;
}

/**
 * Opens `memory` in memory, and any other in its OPFS pool. Never falls back to memory.
 * @throws the errors of `openPool`
 */
export async function openStorage(sqlite3: Sqlite3Static, database: DatabaseName): Promise<Storage> {
  if (database === 'memory') return openMemory(sqlite3);
  const { pool, wasCutShort, ready } = await openPool(sqlite3, database);
  try {
    if (ready) await takeIn(pool, ready, database);
    const isStillThere = await watchPool(database);
    const db = new pool.OpfsSAHPoolDb(databaseFile);
    return {
      db,
      wasCutShort,
      keepCopy: () => keepCopy(pool, databaseFile, Date.now()),
      isStillThere,
      close() {
        db.close();
        pool.pauseVfs();
      },
    };
  } catch (error) {
    pool.pauseVfs();
    throw error;
  }
}

async function takeIn(pool: SAHPoolUtil, ready: File, database: DatabaseName): Promise<void> {
  const reader = ready.stream().getReader();
  try {
    await pool.importDb(databaseFile, async () => (await reader.read()).value);
  } catch (error) {
    throw storageFull(error);
  }
  await planIsDone(database);
}

function openMemory(sqlite3: Sqlite3Static): Storage {
  const db = new sqlite3.oo1.DB(':memory:');
  return {
    db,
    wasCutShort: false,
    keepCopy: () => undefined,
    isStillThere: () => Promise.resolve(true),
    close: () => db.close(),
  };
}
