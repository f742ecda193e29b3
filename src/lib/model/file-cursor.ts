/** How far a file was read, and what it looked like then. */
export interface FileCursor {
  path: string;
  /** Null where no source knew the file. */
  source: string | null;
  size: number;
  /** UTC milliseconds. */
  modifiedAt: number;
  /** Up to the end of a line. */
  readBytes: number;
  /** Null where the source cannot read on: such a file is read whole when it has changed. */
  readLines: number | null;
  headHash: string;
  tailHash: string;
}
