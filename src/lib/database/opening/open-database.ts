import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { DatabaseName } from '../../protocol/commands';
import { changesOf, createCommands } from '../commands';
import type { OpenDatabase } from '../leadership/leader';
import type { DatabaseContext } from '../context';
import { migrate } from './migrate';
import { storedNotes } from './note-stored';
import { openStorage, type Storage } from './open-storage';
import { setPragmas } from './pragmas';
import { ensureDatedIn } from '../upkeep/settings';
import { asTokentabError } from '../sql/sqlite-errors';

/**
 * Opens a database and brings it to the newest schema and to the browser's time zone, in which its days are cut.
 * @throws `NoStorage`, `StorageBusy`, `StorageFull`, `DataMissing`, `NewerData`, `Corrupt`; all handles are given back then
 */
export async function openDatabase(
  sqlite3: Sqlite3Static,
  name: DatabaseName,
  timeZone: string,
): Promise<OpenDatabase> {
  const storage = await openStorage(sqlite3, name);
  try {
    const context = await prepare(sqlite3, storage, name, timeZone);
    return { ...storage, commands: createCommands(context), changesOf, noteStored: storedNotes(context) };
  } catch (error) {
    storage.close();
    throw asTokentabError(sqlite3, error);
  }
}

async function prepare(sqlite3: Sqlite3Static, storage: Storage, name: DatabaseName, timeZone: string) {
  const context: DatabaseContext = { sqlite3, db: storage.db, name, timeZone, now: () => Date.now() };
  setPragmas(context);
  await migrate(context, { beforeFirstStep: () => storage.keepCopy() });
  ensureDatedIn(context);
  return context;
}
