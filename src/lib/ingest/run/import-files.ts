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
import type { ImportTarget } from './import-target';
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
  /** What collecting the files already met; it becomes part of the summary. */
  problems?: readonly ImportProblem[];
  /** Absent: all files are read whole, and nothing is remembered of them. */
  memory?: Memory;
  /** An import that goes on over several runs; absent: this run is one of its own. */
  session?: ImportSession;
  /** Called for each file that nothing can read and that a user could describe. */
  onUnknownTable?: (table: UnknownTable) => void;
  /** Called with the path of each file that a source has read, packed ones too. */
  onRead?: (path: string) => void;
  /** Called for each file that is to be read again in `rowRestMs`, when its last row will be whole. */
  onUnfinished?: () => void;
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
  chosen: readonly ChosenFile[],
  options: ImportRunOptions = {},
): Promise<ImportSummary> {
  checkSource(options.source);
  await lookUpSizes(chosen);
  const files = joinDatabaseLogs(chosen);
  const recalled = options.memory ? await recallFiles(target, options.memory, files) : null;
  return runImport(target, files, recalled, options);
}

/** The same for files that are watched: where nothing has changed, nothing is read, no import is begun, and null is given. */
export async function importChanges(
  target: ImportTarget,
  chosen: readonly ChosenFile[],
  options: ImportRunOptions & { memory: Memory },
): Promise<ImportSummary | null> {
  await lookUpSizes(chosen);
  const files = joinDatabaseLogs(chosen);
  const recalled = await recallFiles(target, options.memory, files);
  const changed = files.filter((file) => {
    // Nothing is remembered of an empty file, and there is nothing in it.
    if (file.file.size === 0 || reasonToSkip(file.path) !== null) return false;
    return !recalled.unchanged.has(file);
  });
  return changed.length === 0 ? null : runImport(target, changed, recalled, options);
}

/** Known to every tab while it runs: a new version of the app waits for its end. */
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
  for (const problem of options.problems ?? []) problems.add(problem);
  const wanted = files.filter(({ path }) => isWanted(path, session));

  await target.call('beginImport', { id, startedAt: Date.now(), isContinued: session.isBegun });
  session.isBegun = true;
  const sender = new BatchSender(target, id, session.batches);
  const keeper = memory && new CursorKeeper(target, memory, id, sender);
  const meter = new ProgressMeter(wanted, options.onProgress);
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
  const changed = wanted.filter((file) => {
    if (recalled?.unchanged.has(file) !== true) return true;
    found.unchanged += 1;
    meter.addFile(file.file.size);
    return false;
  });
  const isAborted = (): boolean => signal?.aborted === true;
  try {
    await scanFiles(changed, job);
    if (isAborted()) await sender.stop();
    else await sender.flush();
    session.batches = sender.batches;
    await keeper?.end();
    // Asked rarely: of a folder that is being written to only where it may have brought such names.
    const hasHashes = [...found.sources].some((id) => sourceById(id)?.foldersAreHashed === true);
    if (memory?.isLive !== true || hasHashes) await recogniseFolders(target);
  } catch (error) {
    await sender.stop();
    session.batches = sender.batches;
    // The first error is the one to tell; a database that refused a batch may refuse this as well.
    await target.call('finishImport', session.end(isAborted())).catch(() => undefined);
    throw error;
  }
  meter.report();
  session.summary = await target.call('finishImport', session.end(isAborted()));
  return session.summary;
}

function checkSource(source: string | undefined): void {
  if (source !== undefined && sourceById(source) === null) {
    throw new TokentabError('BadInput', 'Tokentab knows no source of this name.');
  }
}

function isWanted(path: string, { problems }: ImportSession): boolean {
  const reason = reasonToSkip(path);
  if (reason !== null) problems.addShared({ file: path, reason, count: 1, isHarmless: true });
  return reason === null;
}
