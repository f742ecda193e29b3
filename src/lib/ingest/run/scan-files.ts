import { TokentabError } from '../../model/errors';
import type { Scanner } from '../scan/scan-messages';
import type { ChosenFile } from '../files/chosen-file';
import { FileQueue } from './file-queue';
import type { ScanJob } from './scan-job';
import { reportBroken, scanSome } from './scan-some';

/** More scanners would only wait for the database. */
const maxScanners = 4;
/** A scanner that fails to start twice in a row won't start the third time either. */
const mostFailedStarts = 2;

/**
 * Reads the files in parallel, also while more are being found, and passes their records to the sender. Resolves early
 * when aborted; rejects with the sender's error.
 */
export async function scanFiles(files: AsyncIterable<readonly ChosenFile[]>, job: ScanJob): Promise<void> {
  const queue = new FileQueue();
  const scanners = Math.min(job.scanners, maxScanners);
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  job.signal?.addEventListener('abort', abort);
  if (job.signal?.aborted === true) abort();
  try {
    await Promise.all([
      fill(queue, files, stop.signal),
      ...Array.from({ length: scanners }, () => scanQueue(queue, job, stop.signal)),
    ]);
  } finally {
    // If one of the scanners failed, the others must stop reading.
    abort();
    job.signal?.removeEventListener('abort', abort);
  }
}

async function fill(
  queue: FileQueue,
  files: AsyncIterable<readonly ChosenFile[]>,
  stop: AbortSignal,
): Promise<void> {
  try {
    for await (const some of files) {
      if (stop.aborted) break;
      queue.add(some);
    }
  } finally {
    queue.end();
  }
}

async function scanQueue(queue: FileQueue, job: ScanJob, stop: AbortSignal): Promise<void> {
  let scanner: Scanner | null = null;
  let failedStarts = 0;
  const close = (): void => {
    scanner?.close();
    scanner = null;
  };
  stop.addEventListener('abort', close);
  try {
    for (;;) {
      await job.sender.room();
      const taken = await queue.take();
      const some = stop.aborted ? [] : taken;
      if (some.length === 0) return;
      const current: Scanner = (scanner ??= job.startScanner());
      try {
        await scanSome(current, some, job, stop);
      } catch (error) {
        // Cancel closes the scanner, which also ends up here.
        if (stop.aborted) return;
        close();
        if (current.isReady) {
          // Their problems will be reported again.
          for (const { path } of some) job.problems.forget(path);
          const broken = queue.tryAgain(some);
          if (broken !== undefined) reportBroken(broken, error, job);
        } else {
          failedStarts += 1;
          if (failedStarts === mostFailedStarts) throw cannotStart(error);
          queue.putBack(some);
        }
      }
      if (current.isReady) failedStarts = 0;
    }
  } finally {
    stop.removeEventListener('abort', close);
    close();
  }
}

function cannotStart(cause: unknown): TokentabError {
  return new TokentabError('Unexpected', 'scan-worker-not-started', cause);
}
