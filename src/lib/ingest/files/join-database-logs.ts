import type { ChosenFile, OpenedFile } from './chosen-file';

/** What SQLite puts beside an open database: its newest rows, and an index of them that is of no use to others. */
export const logEnding = '-wal';
export const indexEnding = '-shm';

/**
 * A database and the write-ahead log that lies beside it become one file: the log's bytes after the database's. So both are
 * remembered, counted, read again and opened anew together. A log whose database is not there stays as it is.
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

/** What must be opened along with a file that has changed: a database's log, a log's database; null for any other file. */
export function besideIt(path: string): string | null {
  if (path.endsWith(logEnding)) return databaseOf(path);
  return /\.(?:db|sqlite3?)$/.test(path) ? path + logEnding : null;
}

/** Whose log it is. */
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
