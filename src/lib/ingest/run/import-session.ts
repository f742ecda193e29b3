import { v7 as uuidv7 } from 'uuid';
import type { ImportSummary } from '../../model/import-summary';
import type { ImportEnd } from '../../protocol/commands';
import { ProblemList } from './problem-list';

/** One import over one run or, for a watched folder, many, so that a day's work is one line in the history. */
export class ImportSession {
  readonly id = uuidv7();
  readonly problems = new ProblemList();
  readonly found = { files: 0, unchanged: 0, sources: new Set<string>() };
  isBegun = false;
  /** All files that were given to it, whether read or not. */
  files = 0;
  batches = 0;
  /** The summary of its last run. */
  summary: ImportSummary | undefined;

  end(wasCancelled: boolean): ImportEnd {
    const { files, unchanged, sources } = this.found;
    return {
      id: this.id,
      finishedAt: Date.now(),
      wasCancelled,
      source: sources.size > 1 ? 'mixed' : ([...sources][0] ?? null),
      files,
      filesSkipped: this.files - files - unchanged,
      filesUnchanged: unchanged,
      problems: this.problems.toArray(),
    };
  }
}
