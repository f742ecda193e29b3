import type { StoredProblem } from './problem';
/** Something that could not be read, with enough detail to find it. */
export interface ImportProblem {
  file: string;
  /** The first line on which it occurred, from 1. */
  line?: number;
  reason: StoredProblem;
  /** How often it occurred in this file. */
  count: number;
  /** Certainly without usage: a picture next to the logs, an empty file. Absent means false. */
  isHarmless?: true;
}

/** Counts the occurrences that may be missing from the numbers. */
export function countProblems(problems: readonly ImportProblem[]): number {
  return problems.reduce((sum, { count, isHarmless }) => (isHarmless === true ? sum : sum + count), 0);
}

export interface ImportSummary {
  id: string;
  /** The source's id; 'mixed' for several sources; null if nothing was recognized. */
  source: string | null;
  files: number;
  filesSkipped: number;
  /** Files that haven't changed since they were last read, and so weren't read again. */
  filesUnchanged: number;
  eventsAdded: number;
  /** Calls of an earlier import for which this one has a better record (a larger total). */
  eventsReplaced: number;
  /** Records of calls that other files or earlier imports had already brought. */
  duplicates: number;
  problems: ImportProblem[];
  /** Events whose output count in the log is a placeholder. */
  outputNotFinal: number;
}

/** An import, as the import page lists it. Times are UTC milliseconds. */
export interface ImportRecord extends ImportSummary {
  startedAt: number;
  finishedAt: number | null;
  status: 'running' | 'finished' | 'cancelled' | 'undone';
}

/** The progress of a running import. Bytes are those of the files on disk. */
export interface ImportProgress {
  files: number;
  filesDone: number;
  bytes: number;
  bytesDone: number;
  events: number;
}
