/** Something that was not read, named so that a person can find it. */
export interface ImportProblem {
  file: string;
  /** The first line it was seen on, from 1. */
  line?: number;
  /** A plain sentence. */
  reason: string;
  /** How often it was seen in this file. */
  count: number;
  /** No usage can be missing for it: a picture beside the logs, an empty file. Absent is false. */
  isHarmless?: true;
}

/** How often something was met that may be missing from the numbers. */
export function countProblems(problems: readonly ImportProblem[]): number {
  return problems.reduce((sum, { count, isHarmless }) => (isHarmless === true ? sum : sum + count), 0);
}

export interface ImportSummary {
  id: string;
  /** The source's id, 'mixed' for several, null when nothing was recognised. */
  source: string | null;
  files: number;
  filesSkipped: number;
  /** Files that are as they were when they were read the last time; not read again. */
  filesUnchanged: number;
  eventsAdded: number;
  /** Calls known from an earlier import that this one knows better (a larger total). */
  eventsReplaced: number;
  /** Records of calls that were already known, from other files or earlier imports. */
  duplicates: number;
  problems: ImportProblem[];
  /** Events read whose output count is a placeholder in the log. */
  outputNotFinal: number;
}

/** An import as the import page lists it. Times are UTC milliseconds. */
export interface ImportRecord extends ImportSummary {
  startedAt: number;
  finishedAt: number | null;
  status: 'running' | 'finished' | 'cancelled' | 'undone';
}

/** How far a running import is. Bytes are of the files as they lie on disk. */
export interface ImportProgress {
  files: number;
  filesDone: number;
  bytes: number;
  bytesDone: number;
  events: number;
}
