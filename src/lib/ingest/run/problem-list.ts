import { problemKey } from '../../model/problem';
import type { ImportProblem } from '../../model/import-summary';

/** More than anyone reads; further problems are only counted. */
const maxProblems = 500;

/** The problems of one import. The same reason in the same file is one entry, with its first line and a count. */
export class ProblemList {
  private readonly entries = new Map<string, ImportProblem>();
  private readonly reported = new Map<string, Set<string>>();
  private left = 0;

  add(problem: ImportProblem): void {
    this.put(`${problem.file}\n${problemKey(problem.reason)}`, problem);
  }

  /** Adds a problem whose reason is one entry for all files; it names the first of them. */
  addShared(problem: ImportProblem): void {
    this.put(problemKey(problem.reason), problem);
  }

  /** Like `addShared`, for a watched folder: a file that keeps changing counts once. */
  addSharedOnce(problem: ImportProblem): void {
    const key = problemKey(problem.reason);
    const files = this.reported.get(key) ?? new Set();
    this.reported.set(key, files);
    if (files.has(problem.file)) return;
    files.add(problem.file);
    this.addShared(problem);
  }

  /** Drops the problems of a file and what is packed in it, because it is being read again from the start. */
  forget(file: string): void {
    const isOf = (key: string): boolean => key.startsWith(`${file}\n`) || key.startsWith(`${file}/`);
    for (const key of this.entries.keys()) if (isOf(key)) this.entries.delete(key);
  }

  /** In the order in which they occurred, with one final entry for those that are too many to list. */
  toArray(): ImportProblem[] {
    const listed = [...this.entries.values()];
    if (this.left === 0) return listed;
    return [...listed, { file: '', reason: { code: 'more-problems', count: this.left }, count: this.left }];
  }

  private put(key: string, problem: ImportProblem): void {
    const known = this.entries.get(key);
    if (known === undefined) {
      if (this.entries.size < maxProblems) this.entries.set(key, { ...problem });
      else this.left += problem.count;
      return;
    }
    known.count += problem.count;
    if (problem.line !== undefined) known.line = Math.min(known.line ?? problem.line, problem.line);
  }
}
