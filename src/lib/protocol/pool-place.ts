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

/** What `opfs-sahpool` puts before the bytes of each file: its name, flags and a digest. */
export const poolHeaderBytes = 4_096;

/** The database's name inside the pool. */
export const databaseFile = '/tokentab.sqlite3';

/** Its rollback journal: bytes in it mean that a write was cut short, and that the next opening takes it back. */
export const journalFile = `${databaseFile}-journal`;

/** The OPFS directory for what the pool's own opening would have destroyed. Never opened by SQLite. */
export const setAsideDirectory = 'tokentab-set-aside';
