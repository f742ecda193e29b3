import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { TokentabError } from '../../model/errors';
import type { DatabaseName } from '../../protocol/commands';
import { changesOf, createCommands, writes } from '../commands';
import type { OpenDatabase } from '../leadership/leader';
import type { DatabaseContext } from '../context';
import { migrate } from './migrate';
import { storedNotes } from './note-stored';
import { hasReclaimableSpace, reclaimSpace } from './reclaim-space';
import { openReadOnly } from './open-read-only';
import { openStorage, type Storage } from './open-storage';
import { setPragmas } from './pragmas';
import { requireSound } from '../whole-database/integrity';
import { ensureDatedIn } from '../usage/time-zone';
import { asTokentabError } from '../sql/sqlite-errors';

/** Progress at which the migration itself ends; rewriting the file is the rest. */
const shareBeforeReclaiming = 0.9;

/**
 * Opens a database, migrates it, and re-dates its events if the reporting zone has changed. Without disk space for
 * that, opens a read-only copy in memory.
 * @throws `NoStorage`, `StorageBusy`, `DataMissing`, `NewerData`, `Corrupt`, and `StorageFull` if nothing is stored
 * yet; all handles are released then
 */
export async function openDatabase(
  sqlite3: Sqlite3Static,
  name: DatabaseName,
  timeZone: string,
  /** Called with the progress of a long migration, from 0 to 1. */
  onUpgraded?: (share: number) => void,
): Promise<OpenDatabase> {
  try {
    return await openToWrite(sqlite3, name, timeZone, onUpgraded);
  } catch (error) {
    if (!(error instanceof TokentabError) || error.code !== 'StorageFull') throw error;
    const copy = await openReadOnly(sqlite3, name, timeZone, error);
    if (copy) return copy;
    throw error;
  }
}

async function openToWrite(
  sqlite3: Sqlite3Static,
  name: DatabaseName,
  timeZone: string,
  onUpgraded: ((share: number) => void) | undefined,
): Promise<OpenDatabase> {
  const storage = await openStorage(sqlite3, name);
  try {
    const context = { sqlite3, db: storage.db, name, timeZone, now: () => Date.now() };
    await prepare(context, storage, onUpgraded);
    return {
      ...storage,
      commands: createCommands(context),
      changesOf,
      writes,
      noteStored: storedNotes(context),
    };
  } catch (error) {
    storage.close();
    throw asTokentabError(sqlite3, error);
  }
}

async function prepare(
  context: DatabaseContext,
  storage: Storage,
  onProgress: ((share: number) => void) | undefined,
): Promise<void> {
  setPragmas(context);
  // SQLite has rolled back the interrupted write, but that relies on the disk having honoured its flushes.
  if (storage.wasCutShort) requireSound(context);
  await migrate(context, { beforeFirstStep: () => storage.keepCopy(), onProgress });
  if (hasReclaimableSpace(context)) {
    onProgress?.(shareBeforeReclaiming);
    reclaimSpace(context);
  }
  ensureDatedIn(context);
}
