import type { ImportProgress } from '../../model/import-summary';

/** In milliseconds: ten updates per second are smooth enough for a progress bar and cost little. */
const intervalMs = 100;

/** Counts the progress of an import and reports it at a limited rate. */
export class ProgressMeter {
  private reportedAt = Number.POSITIVE_INFINITY;
  private readonly progress: ImportProgress;
  private readonly tell: ((progress: ImportProgress) => void) | undefined;

  constructor(files: number, tell: ((progress: ImportProgress) => void) | undefined) {
    this.progress = { files, filesDone: 0, bytes: 0, bytesDone: 0, events: 0 };
    this.tell = tell;
  }

  /** Adds to the bytes that there are in all. */
  addSize(bytes: number): void {
    this.progress.bytes += bytes;
  }

  /** Reports from now on: the size of all files is known. */
  begin(): void {
    this.report();
  }

  addBytes(bytes: number): void {
    this.progress.bytesDone += bytes;
    this.reportSometimes();
  }

  addEvents(events: number): void {
    this.progress.events += events;
    this.reportSometimes();
  }

  /** `unreadBytes` of a file that was not read to its end count as done. */
  addFile(unreadBytes: number): void {
    this.progress.filesDone += 1;
    this.progress.bytesDone += unreadBytes;
    this.reportSometimes();
  }

  /** Reports the progress now, regardless of the last report. */
  report(): void {
    this.reportedAt = performance.now();
    this.tell?.({ ...this.progress });
  }

  private reportSometimes(): void {
    if (performance.now() - this.reportedAt >= intervalMs) this.report();
  }
}
