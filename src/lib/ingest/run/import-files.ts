import { TokentabError } from '../../model/errors';
import { whileImporting } from '../../model/import-lock';
import type { ImportProblem, ImportSummary } from '../../model/import-summary';
import type { ImportOptions } from '../../model/public-api';
import { sourceById } from '../../sources/registry';
import { BatchSender } from './batch-sender';
import type { ChosenFile, UnknownTable } from '../files/chosen-file';
import { recallFiles, type Memory, type Recalled } from '../files/file-memory';
import { CursorKeeper } from './cursor-keeper';
import { ImportSession } from './import-session';
import type { ImportTarget } from '../import-target';
import { joinDatabaseLogs } from '../files/join-database-logs';
import { lookUpSizes } from '../files/look-up-sizes';
import { ProgressMeter } from './progress-meter';
import { scanFiles } from './scan-files';
import type { ScanJob } from './scan-job';
import type { Scanner } from '../scan/scan-messages';
import { recogniseFolders } from '../files/recognise-folders';
import { reasonToSkip } from '../files/skip-rules';
import { startScanWorker } from '../scan/start-scan-worker';

export interface ImportRunOptions extends ImportOptions {
  /** Problems from collecting the files; they become part of the summary. */
  problems?: readonly ImportProblem[];
  /** Absent: all files are read whole, and no cursors are written. */
  memory?: Memory;
  /** An import that continues over several runs; absent means that this run is a separate import. */
  session?: ImportSession;
  /** Called for each file that nothing can read but that the user could map. */
  onUnknownTable?: (table: UnknownTable) => void;
  /** Called with the path of each file that a source has read, packed ones included. */
  onRead?: (path: string) => void;
  /** Called for each file that must be read again after `rowRestMs`, when its last row is complete. */
  onUnfinished?: () => void;
  /** Starts a scanner; scan workers unless a test overrides it. */
  startScanner?: () => Scanner;
  /** The number of concurrent scanners; the number of cores unless a test overrides it. */
  scanners?: number;
}

/**
 * Reads files and stores their usage as one import. Invalid content and unreadable files are listed in the summary
 * and don't stop the import. Aborting resolves with the summary of the batches that were stored by then, and the
 * import counts as cancelled. Rejects with a `TokentabError`: `BadInput` for an unknown source, or the database's
 * error.
 */
export async function importFiles(
  target: ImportTarget,
  chosen: readonly ChosenFile[],
  options: ImportRunOptions = {},
): Promise<ImportSummary> {
  checkSource(options.source);
  const files = joinDatabaseLogs(chosen);
  const recalled = options.memory ? await recallFiles(target, options.memory, files) : null;
  return runImport(target, files, recalled, options);
}

/**
 * Like `importFiles`, for watched files. If nothing has changed, it reads nothing, starts no import and returns null.
 */
export async function importChanges(
  target: ImportTarget,
  chosen: readonly ChosenFile[],
  options: ImportRunOptions & { memory: Memory },
): Promise<ImportSummary | null> {
  const files = joinDatabaseLogs(chosen);
  const recalled = await recallFiles(target, options.memory, files);
  const changed: ChosenFile[] = [];
  for await (const some of lookUpSizes(files.filter(({ path }) => reasonToSkip(path) === null))) {
    // Empty files contain nothing and have no cursor.
    changed.push(...some.filter((file) => file.file.size > 0 && !recalled.isUnchanged(file)));
  }
  return changed.length === 0 ? null : runImport(target, changed, recalled, options);
}

/** Every tab can see that an import is running, so an update of the app waits for its end. */
function runImport(...args: Parameters<typeof runAlone>): Promise<ImportSummary> {
  return whileImporting(() => runAlone(...args));
}

async function runAlone(
  target: ImportTarget,
  files: readonly ChosenFile[],
  recalled: Recalled | null,
  options: ImportRunOptions,
): Promise<ImportSummary> {
  const { signal, memory, session = new ImportSession() } = options;
  const { id, problems, found } = session;
  for (const problem of options.problems ?? []) {
    if (problem.isHarmless !== true) problems.add(problem);
    else if (memory?.isLive !== true) {
      // Files that were skipped before they were opened. Those of a watched folder were reported when it was first
      // read.
      problems.addShared(problem);
      session.files += problem.count;
    }
  }
  const wanted = files.filter(({ path }) => isWanted(path, session));

  await target.call('beginImport', { id, startedAt: Date.now(), isContinued: session.isBegun });
  session.isBegun = true;
  const sender = new BatchSender(target, id, session.batches);
  const keeper = memory && new CursorKeeper(target, memory, id, sender);
  const meter = new ProgressMeter(wanted.length, options.onProgress);
  const saved = await target.call('getTableMappings');
  const job: ScanJob = {
    source: options.source ?? null,
    mappings: saved.filter(({ deletedAt }) => deletedAt === null).map(({ mapping }) => mapping),
    onUnknownTable: options.onUnknownTable,
    onRead: options.onRead,
    onUnfinished: options.onUnfinished,
    sender,
    meter,
    problems,
    found,
    memory: recalled && {
      cursors: recalled.cursors,
      isLive: memory?.isLive === true,
      keep: (cursor) => keeper?.add(cursor),
    },
    startScanner: options.startScanner ?? startScanWorker,
    scanners: options.scanners ?? navigator.hardwareConcurrency,
    ...(signal && { signal }),
  };
  session.files += files.length;
  async function* changedFiles(): AsyncGenerator<ChosenFile[]> {
    for await (const some of lookUpSizes(wanted)) {
      for (const { file } of some) meter.addSize(file.size);
      yield some.filter((file) => {
        if (recalled?.isUnchanged(file) !== true) return true;
        found.unchanged += 1;
        meter.addFile(file.file.size);
        return false;
      });
    }
    meter.begin();
  }
  const isAborted = (): boolean => signal?.aborted === true;
  try {
    await scanFiles(changedFiles(), job);
    if (isAborted()) await sender.stop();
    else await sender.flush();
    session.batches = sender.batches;
    await keeper?.end();
    // For a watched folder, check only if it may have brought hashed names, because this runs often.
    const hasHashes = [...found.sources].some((id) => sourceById(id)?.foldersAreHashed === true);
    if (memory?.isLive !== true || hasHashes) await recogniseFolders(target);
  } catch (error) {
    await sender.stop();
    session.batches = sender.batches;
    // Report the first error; a database that refused a batch may refuse this as well.
    await target.call('finishImport', session.end(isAborted())).catch(() => undefined);
    throw error;
  }
  meter.report();
  session.summary = await target.call('finishImport', session.end(isAborted()));
  return session.summary;
}

function checkSource(source: string | undefined): void {
  if (source !== undefined && sourceById(source) === null) {
    throw new TokentabError('BadInput', 'no-such-source');
  }
}

function isWanted(path: string, { problems }: ImportSession): boolean {
  const reason = reasonToSkip(path);
  if (reason !== null) problems.addShared({ file: path, reason, count: 1, isHarmless: true });
  return reason === null;
}
