import type { Problem } from '../../model/problem';
import type { ChosenFile } from '../files/chosen-file';
import { endingOf, looksLikeLog } from '../files/skip-rules';
import type { ScanResult } from '../scan/scan-messages';
import type { ScanJob } from './scan-job';

/** Records how one file ended, either chosen or packed inside the chosen one. */
export function noteResult(result: ScanResult, file: string, chosen: ChosenFile, job: ScanJob): void {
  const { found, problems } = job;
  const share = (reason: Problem): void => {
    const problem = { file, reason, count: 1, isHarmless: true } as const;
    if (job.memory?.isLive === true) problems.addSharedOnce(problem);
    else problems.addShared(problem);
  };
  if (result.outcome === 'unpacked' || result.outcome === 'unchanged') return;
  if (result.outcome === 'unknown' && result.columns !== undefined)
    job.onUnknownTable?.({ chosen, path: file, columns: result.columns });
  if (result.outcome === 'read') {
    found.sources.add(result.source);
    job.onRead?.(file);
    if (result.isUnfinished === true) job.onUnfinished?.();
  } else if (result.outcome === 'skipped') {
    share(result.reason);
  } else if (result.outcome === 'empty') {
    problems.add({ file, reason: 'empty-file', count: 1, isHarmless: true });
  } else if (result.outcome === 'unknown' && result.isKnown === true) {
    // A tool's folder contains many of them.
    job.problems.addShared({ file, reason: result.reason, count: 1 });
  } else if (result.outcome === 'unreadable' || looksLikeLog(file)) {
    problems.add({ file, reason: result.reason, count: 1 });
  } else {
    // A tool's folder holds thousands of its own small files besides the logs.
    share(
      result.reason === 'unrecognized'
        ? { code: 'unrecognized-like', extension: endingOf(file) }
        : result.reason,
    );
  }
}
