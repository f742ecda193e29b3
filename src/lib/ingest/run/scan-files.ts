import type { FileCursor } from '../../model/file-cursor';
import type { TableMapping } from '../../model/table-mapping';
import type { BatchSender } from './batch-sender';
import type { ChosenFile, OpenedFile, UnknownTable } from '../files/chosen-file';
import type { ProblemList } from './problem-list';
import type { ProgressMeter } from './progress-meter';
import type { Scanner, ScanReport, ScanResult } from '../scan/scan-messages';
import { endingOf, looksLikeLog } from '../files/skip-rules';

export interface ScanJob {
  source: string | null;
  mappings: readonly TableMapping[];
  onUnknownTable?: ((table: UnknownTable) => void) | undefined;
  onUnfinished?: (() => void) | undefined;
  sender: BatchSender;
  meter: ProgressMeter;
  problems: ProblemList;
  /** Counts the files that a source has read and those that need not be read, and names the sources. */
  found: { files: number; unchanged: number; sources: Set<string> };
  /** What is remembered of files, by path; it takes in how far each was read now. Null: all are read whole. */
  memory: { cursors: Map<string, FileCursor>; isLive: boolean; read: FileCursor[] } | null;
  startScanner: () => Scanner;
  /** How many may read at once. */
  scanners: number;
  signal?: AbortSignal;
}

/** More readers than this only wait for the database. */
const maxScanners = 4;

/** Reads the files in parallel, the largest first, and hands what is in them to the sender. Resolves early when aborted; rejects with the sender's error. */
export async function scanFiles(files: readonly ChosenFile[], job: ScanJob): Promise<void> {
  const queue = [...files].sort((a, b) => b.file.size - a.file.size);
  const scanners = Math.min(job.scanners, maxScanners, queue.length);
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  job.signal?.addEventListener('abort', abort);
  if (job.signal?.aborted === true) abort();
  try {
    await Promise.all(Array.from({ length: scanners }, () => scanQueue(queue, job, stop.signal)));
  } finally {
    // When one of them failed, the others must not go on reading.
    abort();
    job.signal?.removeEventListener('abort', abort);
  }
}

async function scanQueue(queue: ChosenFile[], job: ScanJob, stop: AbortSignal): Promise<void> {
  let scanner: Scanner | null = null;
  const close = (): void => {
    scanner?.close();
    scanner = null;
  };
  stop.addEventListener('abort', close);
  try {
    for (;;) {
      await job.sender.room();
      const chosen = stop.aborted ? undefined : queue.shift();
      if (chosen === undefined) return;
      scanner ??= job.startScanner();
      const isIntact = await scanOne(scanner, chosen, job, stop);
      if (!isIntact) close();
    }
  } finally {
    stop.removeEventListener('abort', close);
    close();
  }
}

/** False when the scanner broke over it. */
async function scanOne(
  scanner: Scanner,
  chosen: ChosenFile,
  job: ScanJob,
  stop: AbortSignal,
): Promise<boolean> {
  let bytesRead = 0;
  const cursor = job.memory?.cursors.get(chosen.path) ?? null;
  // Of what is not read on, all will be said again that is still wrong.
  if (job.memory?.isLive === true && (cursor?.readLines ?? null) === null) job.problems.forget(chosen.path);
  const report = (report: ScanReport): void => {
    if (stop.aborted) return;
    if (report.kind === 'records') {
      job.sender.add(report.source, report.packed);
      job.meter.addEvents(report.packed.events);
    } else if (report.kind === 'bytes') {
      bytesRead += report.bytes;
      job.meter.addBytes(report.bytes);
    } else if (report.kind === 'packed') {
      noteResult(report.result, report.path, chosen, job);
    } else {
      const { reason, line, count, file = chosen.path } = report;
      job.problems.add({ file, reason, count, ...(line !== undefined && { line }) });
    }
  };
  const read = ({ file, writeAheadLogAt }: OpenedFile): Promise<ScanResult> =>
    scanner.scan(
      {
        file,
        ...(writeAheadLogAt !== undefined && { writeAheadLogAt }),
        path: chosen.path,
        source: job.source,
        mappings: job.mappings,
        now: Date.now(),
        ...(job.memory && { remember: { cursor, isLive: job.memory.isLive } }),
      },
      report,
    );
  let isIntact = true;
  try {
    let result = await read(chosen);
    // A log that grows while it is read: once more from a fresh handle. What was read already is known by its keys.
    const fresh = result.outcome === 'unreadable' ? await reopened(chosen) : null;
    if (fresh !== null) result = await read(fresh);
    if (!stop.aborted) {
      if (isRead(result)) job.found.files += 1;
      if (result.outcome === 'unchanged') job.found.unchanged += 1;
      if ('cursor' in result) job.memory?.read.push(result.cursor);
      noteResult(result, chosen.path, chosen, job);
    }
  } catch (error) {
    // Closing the scanner on Cancel ends here as well.
    if (stop.aborted) return false;
    isIntact = false;
    job.problems.add({
      file: chosen.path,
      reason: `Reading the file failed: ${sentenceOf(error)}`,
      count: 1,
    });
  }
  job.meter.addFile(Math.max(0, chosen.file.size - bytesRead));
  return isIntact;
}

/** Null where it cannot be opened anew, or is gone by now. */
async function reopened({ reopen }: ChosenFile): Promise<OpenedFile | null> {
  try {
    return (await reopen?.()) ?? null;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** An archive counts as one file, and as read when something in it was. */
function isRead(result: ScanResult): boolean {
  return result.outcome === 'read' || (result.outcome === 'unpacked' && result.files > 0);
}

function noteResult(result: ScanResult, file: string, chosen: ChosenFile, job: ScanJob): void {
  const { found, problems } = job;
  if (result.outcome === 'unpacked' || result.outcome === 'unchanged') return;
  if (result.outcome === 'unknown' && result.columns !== undefined)
    job.onUnknownTable?.({ chosen, path: file, columns: result.columns });
  if (result.outcome === 'read') {
    found.sources.add(result.source);
    if (result.isUnfinished === true) job.onUnfinished?.();
  } else if (result.outcome === 'skipped') {
    problems.addShared({ file, reason: result.reason, count: 1, isHarmless: true });
  } else if (result.outcome === 'empty') {
    problems.add({ file, reason: 'The file is empty.', count: 1, isHarmless: true });
  } else if (result.outcome === 'unreadable' || looksLikeLog(file)) {
    problems.add({ file, reason: result.reason, count: 1 });
  } else {
    // A tool's folder holds thousands of small files of its own beside the logs.
    problems.addShared({ file, reason: `${result.reason}${othersLike(file)}`, count: 1, isHarmless: true });
  }
}

function othersLike(file: string): string {
  const ending = endingOf(file);
  return ending === '' ? ' (without an ending)' : ` (.${ending})`;
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
