import { toErrorData } from '../model/errors';
import { scanFile } from './scan-file';
import type { ScanRequest } from './scan-messages';
import type { ScanWorkerMessage } from './start-scan-worker';

const send = (message: ScanWorkerMessage): void => self.postMessage(message);

/** The shell around `scanFile`: one request, its reports, its result. */
self.addEventListener('message', ({ data }: MessageEvent<ScanRequest>) => {
  scanFile(data, (report) => send({ kind: 'report', report })).then(
    (result) => send({ kind: 'result', result }),
    (error: unknown) => send({ kind: 'failed', error: toErrorData(error) }),
  );
});
