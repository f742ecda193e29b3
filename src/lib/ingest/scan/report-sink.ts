import { problemKey, type Problem } from '../../model/problem';
import { totalTokensOf } from '../../model/tokens';
import { countRecords, emptyRecords } from '../../model/source-records';
import type { SourceSink } from '../../sources/source';
import type { FileReport } from './scan-messages';

/** About half a megabyte. */
export const recordsPerReport = 1000;

/**
 * A sink that reports what a source reads, in small parts. Call `flush` at the end: it sends the remaining records
 * and the problems.
 * @param silence the problem of a file whose records are all without tokens; null if those are records like any other
 */
export function reportSink(
  source: string,
  report: (report: FileReport) => void,
  silence: Problem | null = null,
): SourceSink & { flush: () => void } {
  let records = emptyRecords();
  let isSilent = true;
  const problems = new Map<string, { reason: Problem; line?: number; count: number }>();
  const send = (): void => {
    if (countRecords(records) > 0) report({ kind: 'records', source, records });
    records = emptyRecords();
  };
  const sendWhenFull = (): void => {
    if (countRecords(records) >= recordsPerReport) send();
  };
  return {
    event(event) {
      if (silence !== null && totalTokensOf(event) === 0) return;
      isSilent = false;
      records.events.push(event);
      sendWhenFull();
    },
    session(session) {
      records.sessions.push(session);
      sendWhenFull();
    },
    lineage(_, sessionId, parentId) {
      records.lineage.push({ sessionId, parentId });
      sendWhenFull();
    },
    projectName(path, name) {
      records.projectNames.push({ path, name });
      sendWhenFull();
    },
    planLimits(limits) {
      records.planLimits.push(limits);
      sendWhenFull();
    },
    problem(reason, line) {
      const key = problemKey(reason);
      const known = problems.get(key);
      if (known === undefined) problems.set(key, { reason, ...(line !== undefined && { line }), count: 1 });
      else known.count += 1;
    },
    flush() {
      if (silence !== null && isSilent) {
        records = emptyRecords();
        problems.set(problemKey(silence), { reason: silence, count: 1 });
      }
      send();
      for (const problem of problems.values()) report({ kind: 'problem', ...problem });
    },
  };
}
