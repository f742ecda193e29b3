import { v7 as uuidv7 } from 'uuid';
import { TokentabError } from '../model/errors';
import type { ImportProblem, ImportSummary } from '../model/import-summary';
import type { ImportOptions } from '../model/public-api';
import { sourceList } from '../sources/source-list';
import { BatchSender } from './batch-sender';
import type { ChosenFile } from './chosen-file';
import type { ImportTarget } from './import-target';
import { ProblemList } from './problem-list';
import { ProgressMeter } from './progress-meter';
import { scanFiles } from './scan-files';
import type { Scanner } from './scan-messages';
import { reasonToSkip } from './skip-rules';
import { startScanWorker } from './start-scan-worker';

export interface ImportRunOptions extends ImportOptions {
  /** What collecting the files already met; it becomes part of the summary. */
  problems?: readonly ImportProblem[];
  /** How to start what reads files; scan workers unless a test says otherwise. */
  startScanner?: () => Scanner;
  /** How many may read at once; the machine's cores unless a test says otherwise. */
  scanners?: number;
}

/**
 * Reads files and stores their usage as one import. Bad content and files that cannot be read are named in the summary
 * and cost nothing else. Aborting resolves with the summary of the whole batches that were stored by then, and the
 * import counts as cancelled. Rejects with a `TokentabError`: `BadInput` for an unknown source, or what the database says.
 */
export async function importFiles(
  target: ImportTarget,
  files: readonly ChosenFile[],
  options: ImportRunOptions = {},
): Promise<ImportSummary> {
  const { signal, source = null } = options;
  if (source !== null && !sourceList.some(({ id }) => id === source)) {
    throw new TokentabError('BadInput', 'Tokentab knows no source of this name.');
  }
  const problems = new ProblemList();
  for (const problem of options.problems ?? []) problems.add(problem);
  const wanted = files.filter(({ path }) => isWanted(path, problems));

  const id = uuidv7();
  await target.call('beginImport', { id, startedAt: Date.now() });
  const sender = new BatchSender(target, id);
  const meter = new ProgressMeter(wanted, options.onProgress);
  const found = { files: 0, sources: new Set<string>() };
  const finish = (): Promise<ImportSummary> =>
    target.call('finishImport', {
      id,
      finishedAt: Date.now(),
      wasCancelled: signal?.aborted === true,
      source: found.sources.size > 1 ? 'mixed' : ([...found.sources][0] ?? null),
      files: found.files,
      filesSkipped: files.length - found.files,
      problems: problems.toArray(),
    });

  try {
    await scanFiles(wanted, {
      source,
      sender,
      meter,
      problems,
      found,
      startScanner: options.startScanner ?? startScanWorker,
      scanners: options.scanners ?? navigator.hardwareConcurrency,
      ...(signal && { signal }),
    });
    if (signal?.aborted === true) await sender.stop();
    else await sender.flush();
  } catch (error) {
    await sender.stop();
    // The first error is the one to tell; a database that refused a batch may refuse this as well.
    await finish().catch(() => undefined);
    throw error;
  }
  meter.report();
  return finish();
}

function isWanted(path: string, problems: ProblemList): boolean {
  const reason = reasonToSkip(path);
  if (reason !== null) problems.addShared({ file: path, reason, count: 1 });
  return reason === null;
}
