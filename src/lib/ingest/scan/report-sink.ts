import { countRecords, emptyRecords } from '../../model/source-records';
import type { SourceSink } from '../../sources/source';
import type { FileReport } from './scan-messages';

/** About half a megabyte. */
export const recordsPerReport = 1000;

/**
 * A sink that reports what a source reads, in small parts. Call `flush` at the end: it sends the remaining records
 * and the problems.
 */
export function reportSink(
  source: string,
  report: (report: FileReport) => void,
): SourceSink & { flush: () => void } {
  let records = emptyRecords();
  const problems = new Map<string, { line?: number; count: number }>();
  const send = (): void => {
    if (countRecords(records) > 0) report({ kind: 'records', source, records });
    records = emptyRecords();
  };
  const sendWhenFull = (): void => {
    if (countRecords(records) >= recordsPerReport) send();
  };
  return {
    event(event) {
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
      const known = problems.get(reason);
      if (known === undefined) problems.set(reason, line === undefined ? { count: 1 } : { line, count: 1 });
      else known.count += 1;
    },
    flush() {
      send();
      for (const [reason, problem] of problems) report({ kind: 'problem', reason, ...problem });
    },
  };
}
