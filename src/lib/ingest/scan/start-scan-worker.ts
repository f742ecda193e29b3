import { fromErrorData, TokentabError, type ErrorData } from '../../model/errors';
import type { Scanner, ScanReport, ScanResult } from './scan-messages';

export type ScanWorkerMessage =
  | { kind: 'report'; report: ScanReport }
  | { kind: 'result'; result: ScanResult }
  | { kind: 'failed'; error: ErrorData };

/** Starts a worker that reads one file at a time. After a rejection it must be closed and another one started. */
export function startScanWorker(): Scanner {
  const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), { type: 'module' });
  let fail: (error: TokentabError) => void = () => undefined;

  worker.addEventListener('error', (event) => {
    event.preventDefault();
    fail(new TokentabError('Unexpected', 'The worker that reads files stopped.', event.message));
  });
  worker.addEventListener('messageerror', () => {
    fail(new TokentabError('Unexpected', 'The worker that reads files sent something unreadable.'));
  });

  return {
    scan(request, report) {
      return new Promise((resolve, reject) => {
        fail = reject;
        worker.onmessage = ({ data }: MessageEvent<ScanWorkerMessage>) => {
          if (data.kind === 'report') report(data.report);
          else if (data.kind === 'result') resolve(data.result);
          else reject(fromErrorData(data.error));
        };
        worker.postMessage(request);
      });
    },
    close() {
      worker.terminate();
      fail(new TokentabError('Cancelled', 'Reading was stopped.'));
    },
  };
}
