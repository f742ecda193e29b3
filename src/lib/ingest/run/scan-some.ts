import { toErrorData } from '../../model/errors';
import type { FileCursor } from '../../model/file-cursor';
import type { ChosenFile, OpenedFile } from '../files/chosen-file';
import type { FileNote, Scanner, ScanReport, ScanRequest, ScanResult } from '../scan/scan-messages';
import { noteResult } from './note-result';
import type { ScanJob } from './scan-job';

/** A file that is being read. */
interface Reading {
  chosen: ChosenFile;
  cursor: FileCursor | null;
  bytes: number;
}

/**
 * Reads some files with one scanner. Rejects if the scanner failed or was closed; then none of the files counts as
 * read.
 */
export async function scanSome(
  scanner: Scanner,
  files: readonly ChosenFile[],
  job: ScanJob,
  stop: AbortSignal,
): Promise<void> {
  const readings = files.map((chosen) => begin(chosen, job));
  const read = (some: readonly { reading: Reading; opened: OpenedFile }[]): Promise<ScanResult[]> =>
    scanner.scan(
      some.map(({ reading, opened }) => requestFor(reading, opened, job)),
      (report) => {
        if (!stop.aborted) take(report, (file) => some[file]?.reading, job);
      },
    );
  try {
    const results = await read(readings.map((reading) => ({ reading, opened: reading.chosen })));
    for (const [index, reading] of readings.entries()) {
      if (results[index]?.outcome !== 'unreadable') continue;
      // The log grew while it was being read, so read it once more from a fresh handle. Dedupe keys recognize the
      // records that were read before.
      const opened = await reopened(reading.chosen);
      if (opened !== null) results.splice(index, 1, ...(await read([{ reading, opened }])));
    }
    if (stop.aborted) return;
    for (const [index, result] of results.entries()) {
      const reading = readings[index];
      if (reading !== undefined) end(reading, result, job);
    }
  } catch (error) {
    for (const { bytes } of readings) job.meter.addBytes(-bytes);
    throw error;
  }
}

/** Reports a file that no scanner survives. */
export function reportBroken({ path, file }: ChosenFile, error: unknown, { problems, meter }: ScanJob): void {
  problems.add({ file: path, reason: { code: 'reading-failed', why: toErrorData(error).problem }, count: 1 });
  meter.addFile(file.size);
}

function begin(chosen: ChosenFile, { memory, problems }: ScanJob): Reading {
  const cursor = memory?.cursors.get(chosen.path) ?? null;
  // A file that is read again from the start reports its remaining problems again.
  if (memory?.isLive === true && (cursor?.readLines ?? null) === null) problems.forget(chosen.path);
  return { chosen, cursor, bytes: 0 };
}

function requestFor(
  { chosen, cursor }: Reading,
  { file, writeAheadLogAt }: OpenedFile,
  job: ScanJob,
): ScanRequest {
  return {
    file,
    ...(writeAheadLogAt !== undefined && { writeAheadLogAt }),
    path: chosen.path,
    source: job.source,
    mappings: job.mappings,
    now: Date.now(),
    ...(job.memory && { remember: { cursor, isLive: job.memory.isLive } }),
  };
}

function take(report: ScanReport, readingOf: (file: number) => Reading | undefined, job: ScanJob): void {
  if (report.kind === 'records') {
    job.sender.add(report.source, report.packed);
    job.meter.addEvents(report.packed.events);
    return;
  }
  const reading = readingOf(report.file);
  if (reading !== undefined) takeNote(report.note, reading, job);
}

function takeNote(note: FileNote, reading: Reading, job: ScanJob): void {
  const { chosen } = reading;
  if (note.kind === 'bytes') {
    reading.bytes += note.bytes;
    job.meter.addBytes(note.bytes);
  } else if (note.kind === 'packed') {
    noteResult(note.result, note.path, chosen, job);
  } else {
    const { reason, line, count, file = chosen.path } = note;
    job.problems.add({ file, reason, count, ...(line !== undefined && { line }) });
  }
}

function end({ chosen, bytes }: Reading, result: ScanResult, job: ScanJob): void {
  if (isRead(result)) job.found.files += 1;
  if (result.outcome === 'unchanged') job.found.unchanged += 1;
  if ('cursor' in result) job.memory?.keep(result.cursor);
  noteResult(result, chosen.path, chosen, job);
  job.meter.addFile(Math.max(0, chosen.file.size - bytes));
}

/** Null if it can't be opened again, or no longer exists. */
async function reopened({ reopen }: ChosenFile): Promise<OpenedFile | null> {
  try {
    return (await reopen?.()) ?? null;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** An archive counts as one file, which was read if anything inside it was. */
function isRead(result: ScanResult): boolean {
  return result.outcome === 'read' || (result.outcome === 'unpacked' && result.files > 0);
}
