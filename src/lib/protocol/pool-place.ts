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
