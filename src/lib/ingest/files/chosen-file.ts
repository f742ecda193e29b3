import type { ImportProblem } from '../../model/import-summary';

/** A file as the browser opened it. */
export interface OpenedFile {
  file: File;
  /** Where the database ends and its write-ahead log begins (`join-database-logs.ts`). */
  writeAheadLogAt?: number;
}

/** A file to import, with the path that the user knows it by: relative to the chosen or dropped folder. */
export interface ChosenFile extends OpenedFile {
  path: string;
  /** Opens the file again: a `File` can't be read any more once its log has grown. */
  reopen?: () => Promise<OpenedFile>;
}

/** A file that looks like a table but that nothing can read yet. `path` may be that of a file packed inside it. */
export interface UnknownTable {
  chosen: ChosenFile;
  path: string;
  columns: readonly string[];
}

/** The files from a drop, a folder or an input, with problems for those that couldn't be opened. */
export interface ChosenFiles {
  files: ChosenFile[];
  problems: ImportProblem[];
}
