import type { SAHPoolUtil, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { TokentabError } from '../../model/errors';
import type { DatabaseName } from '../../protocol/commands';
import { mendPool, type Findings } from './mend-pool';
import { poolDirectory, poolName } from '../../protocol/pool-place';

/** Handles of a worker that was just terminated are released within some ten milliseconds; Safari can take longer. */
const retryEvery = 25;
const retryFor = 5_000;

/** The database, its journal, a copy made before a migration beside the copy it replaces, and two to spare. */
const capacity = 6;

/**
 * Opens the OPFS pool of one database and takes all its handles; only the holder of the lock may call it.
 * @throws `NoStorage` where this browser or window has no private files, `StorageBusy` where handles stay held for five
 * seconds, `StorageFull`, `DataMissing` where the database was there before. Never opens anything else instead.
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
    // Without it, one handle that fails once deletes every file of the pool.
    preserveOnInitFailure: true,
    forceReinitIfPreviouslyFailed: true,
  };
  const deadline = performance.now() + retryFor;
  for (;;) {
    try {
      await requireDirectory();
      // The sample is filled again; all else has one chance to be mended, and that is before the library looks at it.
      const findings = database === 'main' ? await mendPool(database) : nothingFound;
      const pool = await sqlite3.installOpfsSAHPoolVfs(options);
      // Opened, given back and now opened again by the same worker.
      if (pool.isPaused()) await pool.unpauseVfs();
      // A pool whose very first start was cut short would stay too small for ever.
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

/** What does not pass by waiting. All else is a handle that is held, or that failed as Safari's now and then do. */
const refusals = ['SecurityError', 'NotAllowedError', 'NotSupportedError'];

function requireApis(): void {
  const { storage } = navigator as { storage?: Partial<StorageManager> };
  if (typeof storage?.getDirectory !== 'function')
    throw noStorage('navigator.storage.getDirectory is missing');
  if (!('createSyncAccessHandle' in FileSystemFileHandle.prototype))
    throw noStorage('createSyncAccessHandle is missing');
}

/** Firefox refuses private windows with a SecurityError, Safari and WebKitGTK for an “unknown transient reason”. */
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

/** This browser or window cannot save anything; `cause` is the technical reason. */
export function noStorage(cause: unknown): TokentabError {
  return new TokentabError(
    'NoStorage',
    'This browser or window offers no private file storage, so nothing can be saved here. A private window is the usual reason.',
    cause,
  );
}

function storageBusy(cause: unknown): TokentabError {
  return new TokentabError(
    'StorageBusy',
    'Something else holds Tokentab’s storage. Your data is untouched. Close other windows of this site and reload.',
    cause,
  );
}

/** Writing failed: engines name a full disk in many ways. */
export function storageFull(cause: unknown): TokentabError {
  return new TokentabError(
    'StorageFull',
    'The disk, or the space that this site may use, is full. Nothing was changed.',
    cause,
  );
}
