import type { DatabaseName } from './commands';

/** The name of the database's VFS, lock and channel. */
export function poolName(database: DatabaseName): string {
  return `tokentab-${database}`;
}

/** The OPFS directory that belongs to one database alone. */
export function poolDirectory(database: DatabaseName): string {
  return `.${poolName(database)}`;
}

/** Where `opfs-sahpool` keeps its files, inside its own directory. */
export const filesDirectory = '.opaque';

/** The size of the header that `opfs-sahpool` puts before the content of each file: name, flags and a digest. */
export const poolHeaderBytes = 4_096;

/** The database's name inside the pool. */
export const databaseFile = '/tokentab.sqlite3';

/** The rollback journal. Bytes in it mean that a write was interrupted and the next opening rolls it back. */
export const journalFile = `${databaseFile}-journal`;

/** The OPFS directory for files that opening the pool would have destroyed. SQLite never opens it. */
export const setAsideDirectory = 'tokentab-set-aside';
