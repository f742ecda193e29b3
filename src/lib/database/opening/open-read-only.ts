import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { TokentabError } from '../../model/errors';
import type { DatabaseName } from '../../protocol/commands';
import { readStoredFiles } from '../../protocol/pool-files';
import { changesOf, createCommands, writes } from '../commands';
import type { DatabaseContext } from '../context';
import type { OpenDatabase } from '../leadership/leader';
import { ensureDatedIn } from '../usage/time-zone';
import { migrate } from './migrate';
import { setPragmas } from './pragmas';

/** The bytes of a database, and of the journal of a write that was interrupted. */
export interface StoredBytes {
  database: Uint8Array;
  journal?: Uint8Array | undefined;
}

/**
 * Opens a copy of the stored database in memory where there is no space to open the database itself: even a handle
 * can be refused then. Undefined if nothing is stored.
 * @param reason why it can't be written to; its cause is kept
 */
export async function openReadOnly(
  sqlite3: Sqlite3Static,
  name: DatabaseName,
  timeZone: string,
  reason: TokentabError,
): Promise<OpenDatabase | undefined> {
  const files = await readStoredFiles(name);
  if (!files) return undefined;
  const bytes = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
  const context = await openCopy(
    sqlite3,
    { database: await bytes(files.database), journal: files.journal && (await bytes(files.journal)) },
    { name, timeZone },
  );
  return {
    commands: createCommands(context),
    changesOf,
    writes,
    readOnly: new TokentabError(reason.code, 'read-only-without-space', reason.cause),
    isStillThere: () => Promise.resolve(true),
    noteStored: () => Promise.resolve(),
    close: () => context.db.close(),
  };
}

/**
 * In memory, so that an interrupted write can be rolled back and an older schema migrated without space on the disk.
 * After that, SQLite itself refuses every change.
 */
export async function openCopy(
  sqlite3: Sqlite3Static,
  { database, journal }: StoredBytes,
  { name, timeZone }: Pick<DatabaseContext, 'name' | 'timeZone'>,
): Promise<DatabaseContext> {
  const path = `/${crypto.randomUUID()}.sqlite3`;
  // The default file system of the wasm is in memory. Unlike `sqlite3_deserialize`, it knows journals.
  sqlite3.capi.sqlite3_js_posix_create_file(path, database);
  if (journal) sqlite3.capi.sqlite3_js_posix_create_file(`${path}-journal`, journal);
  const db = new sqlite3.oo1.DB(path, 'w');
  const context: DatabaseContext = { sqlite3, db, name, timeZone, now: () => Date.now() };
  try {
    setPragmas(context);
    await migrate(context);
    ensureDatedIn(context);
    db.exec('PRAGMA query_only = ON');
    return context;
  } catch (error) {
    db.close();
    throw error;
  }
}
