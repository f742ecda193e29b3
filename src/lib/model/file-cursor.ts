/** How far a file was read, and what identified its content then. */
export interface FileCursor {
  path: string;
  /** Null if no source recognized the file. */
  source: string | null;
  size: number;
  /** UTC milliseconds. */
  modifiedAt: number;
  /** Always the end of a line. */
  readBytes: number;
  /** Null if the source can't continue: a changed file is then read again from the start. */
  readLines: number | null;
  headHash: string;
  tailHash: string;
}
