import { fromErrorData, TokentabError } from '../../model/errors';
import { WorkerLife } from '../../model/worker-life';
import type {
  ScanPageMessage,
  ScanReport,
  ScanRequest,
  ScanResult,
  Scanner,
  ScanWorkerMessage,
} from './scan-messages';

/** Starts a worker that reads files. */
export function startScanWorker(): Scanner {
  return new WorkerScanner();
}

class WorkerScanner implements Scanner {
  isReady = false;
  private readonly worker = new Worker(new URL('./scan-worker.ts', import.meta.url), {
    type: 'module',
    name: 'tokentab-scan',
  });
  private readonly life = new WorkerLife((detail) => this.stop(stopped(detail)));
  /** Why the worker can't be used any more. */
  private end: TokentabError | undefined;
  private fail: (error: TokentabError) => void = () => undefined;
  private resolve: (results: ScanResult[]) => void = () => undefined;
  private report: (report: ScanReport) => void = () => undefined;

  constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<ScanWorkerMessage>) => this.hear(data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      // If the script could not be loaded, the event has no message.
      this.stop(stopped((event as Partial<ErrorEvent>).message ?? 'The worker could not be loaded.'));
    };
    this.worker.onmessageerror = () => this.stop(new TokentabError('Unexpected', 'scan-worker-garbled'));
    this.post({ kind: 'start', life: this.life.name });
  }

  scan(requests: readonly ScanRequest[], report: (report: ScanReport) => void): Promise<ScanResult[]> {
    return new Promise((resolve, reject) => {
      if (this.end !== undefined) {
        reject(this.end);
        return;
      }
      this.resolve = resolve;
      this.fail = reject;
      this.report = report;
      this.post({ kind: 'scan', requests });
    });
  }

  close(): void {
    this.stop(new TokentabError('Cancelled', 'reading-stopped'));
  }

  private hear(message: ScanWorkerMessage): void {
    // Messages may still be queued on the page after the worker was terminated.
    if (this.end !== undefined) return;
    switch (message.kind) {
      case 'ready':
        this.isReady = true;
        this.life.begin(message.isHeld);
        break;
      case 'reports':
        for (const report of message.reports) this.report(report);
        break;
      case 'results':
        this.resolve(message.results);
        break;
      case 'failed':
        this.stop(fromErrorData(message.error));
    }
  }

  private stop(error: TokentabError): void {
    this.end ??= error;
    this.life.end();
    this.worker.terminate();
    this.fail(this.end);
  }

  private post(message: ScanPageMessage): void {
    this.worker.postMessage(message);
  }
}

function stopped(detail: string): TokentabError {
  return new TokentabError('Unexpected', 'scan-worker-stopped', detail);
}
