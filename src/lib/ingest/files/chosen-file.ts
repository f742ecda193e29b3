import type { ImportProblem } from '../../model/import-summary';

/** A file as the browser opened it. */
export interface OpenedFile {
  file: File;
  /** A database ends here, and the write-ahead log beside it follows (`join-database-logs.ts`). */
  writeAheadLogAt?: number;
}

/** A file to import, with the path that people know it by (from the folder that was chosen or dropped). */
export interface ChosenFile extends OpenedFile {
  path: string;
  /** Opens it anew: a `File` can no longer be read once its log has grown. */
  reopen?: () => Promise<OpenedFile>;
}

/** A file that looks like a table and that nothing can read yet; `path` may be of a file that is packed in it. */
export interface UnknownTable {
  chosen: ChosenFile;
  path: string;
  columns: readonly string[];
}

/** What a drop, a folder or an input gave, with what could not even be opened. */
export interface ChosenFiles {
  files: ChosenFile[];
  problems: ImportProblem[];
}
