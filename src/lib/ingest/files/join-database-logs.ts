import type { ChosenFile, OpenedFile } from './chosen-file';

/**
 * The files that SQLite keeps next to an open database: its newest rows, and an index of them that is useless to
 * others.
 */
export const logEnding = '-wal';
export const indexEnding = '-shm';

/**
 * Combines a database and the write-ahead log next to it into one file, with the log's bytes after the database's. So
 * both are remembered, counted and reopened together. A log without its database is left unchanged.
 */
export function joinDatabaseLogs(files: readonly ChosenFile[]): readonly ChosenFile[] {
  const logs = new Map(
    files.filter(({ path }) => path.endsWith(logEnding)).map((log) => [databaseOf(log.path), log]),
  );
  const paths = new Set(files.map(({ path }) => path));
  return files.flatMap((file) => {
    const { path } = file;
    const isLog = path.endsWith(logEnding) && paths.has(databaseOf(path));
    if (isLog || path.endsWith(indexEnding)) return [];
    const log = logs.get(path);
    return log === undefined ? [file] : [joinFiles(file, log)];
  });
}

/**
 * The file that must be opened along with a changed one: a database's log, or a log's database; null for any other
 * file.
 */
export function companionOf(path: string): string | null {
  if (path.endsWith(logEnding)) return databaseOf(path);
  return /\.(?:db|sqlite3?)$/.test(path) ? path + logEnding : null;
}

/** The path of the database that a log belongs to. */
export const databaseOf = (log: string): string => log.slice(0, -logEnding.length);

function joinFiles(database: ChosenFile, log: ChosenFile): ChosenFile {
  const [openDatabase, openLog] = [database.reopen, log.reopen];
  return {
    path: database.path,
    ...join(database, log),
    ...(openDatabase && openLog && { reopen: async () => join(await openDatabase(), await openLog()) }),
  };
}

function join({ file }: OpenedFile, { file: log }: OpenedFile): OpenedFile {
  const lastModified = Math.max(file.lastModified, log.lastModified);
  return { file: new File([file, log], file.name, { lastModified }), writeAheadLogAt: file.size };
}
