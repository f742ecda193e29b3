import type { SAHPoolUtil, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { TokentabError } from '../../model/errors';
import type { DatabaseName } from '../../protocol/commands';
import { repairPool, type Findings } from './repair-pool';
import { poolDirectory, poolName } from '../../protocol/pool-place';

/**
 * In milliseconds. Handles of a terminated worker are released within about ten milliseconds; Safari can take longer.
 */
const retryEvery = 25;
const retryFor = 5_000;

/** The database, its journal, a copy made before a migration and the copy it replaces, and two spare slots. */
const capacity = 6;

/**
 * Opens the OPFS pool of one database and takes all its handles. Only the holder of the lock may call it.
 * @throws `NoStorage` if this browser or window has no private files, `StorageBusy` if handles stay held for five
 * seconds, `StorageFull`, or `DataMissing` if a database existed before. Never opens anything else instead.
 */
export async function openPool(
  sqlite3: Sqlite3Static,
  database: DatabaseName,
): Promise<Findings & { pool: SAHPoolUtil }> {
  requireApis();
  const options = {
    name: poolName(database),
    directory: poolDirectory(database),
    initialCapacity: capacity,
    // Without this option, one handle that fails once deletes every file of the pool.
    preserveOnInitFailure: true,
    forceReinitIfPreviouslyFailed: true,
  };
  const deadline = performance.now() + retryFor;
  for (;;) {
    try {
      await requireDirectory();
      // The sample database can be filled again, and a team's read again. The user's own has one chance to be repaired,
      // before the library looks at it.
      const findings = database === 'main' ? await repairPool(database) : nothingFound;
      const pool = await sqlite3.installOpfsSAHPoolVfs(options);
      // The same worker has opened and released the pool before.
      if (pool.isPaused()) await pool.unpauseVfs();
      // A pool whose very first start was interrupted would stay too small forever.
      await pool.reserveMinimumCapacity(capacity);
      return { pool, ...findings };
    } catch (error) {
      if (error instanceof TokentabError) throw error;
      if (hasName(error, 'QuotaExceededError')) throw storageFull(error);
      if (performance.now() >= deadline)
        throw hasName(error, ...refusals) ? noStorage(error) : storageBusy(error);
    }
    await new Promise((resolve) => setTimeout(resolve, retryEvery));
  }
}

const nothingFound: Findings = { wasCutShort: false, ready: undefined };

/**
 * Errors that waiting doesn't fix. All others come from a handle that is held or, as sometimes in Safari, fails once.
 */
const refusals = ['SecurityError', 'NotAllowedError', 'NotSupportedError'];

function requireApis(): void {
  const { storage } = navigator as { storage?: Partial<StorageManager> };
  if (typeof storage?.getDirectory !== 'function')
    throw noStorage('navigator.storage.getDirectory is missing');
  if (!('createSyncAccessHandle' in FileSystemFileHandle.prototype))
    throw noStorage('createSyncAccessHandle is missing');
}

/**
 * In private windows, Firefox throws a SecurityError, Safari and WebKitGTK fail for an “unknown transient reason”.
 */
async function requireDirectory(): Promise<void> {
  try {
    await navigator.storage.getDirectory();
  } catch (error) {
    throw hasName(error, 'QuotaExceededError') ? storageFull(error) : noStorage(error);
  }
}

function hasName(error: unknown, ...names: string[]): boolean {
  return error instanceof Error || error instanceof DOMException ? names.includes(error.name) : false;
}

/** This browser or window can't save anything. `cause` is the technical reason. */
export function noStorage(cause: unknown): TokentabError {
  return new TokentabError('NoStorage', 'no-private-storage', cause);
}

function storageBusy(cause: unknown): TokentabError {
  return new TokentabError('StorageBusy', 'storage-in-use', cause);
}

/** Writing failed. Engines report a full disk in many ways. */
export function storageFull(cause: unknown): TokentabError {
  return new TokentabError('StorageFull', 'quota-full', cause);
}
