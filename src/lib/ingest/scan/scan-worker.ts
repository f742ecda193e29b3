import { toErrorData } from '../../model/errors';
import { scanFile } from './scan-file';
import type { ScanRequest } from './scan-messages';
import type { ScanWorkerMessage } from './start-scan-worker';

const send = (message: ScanWorkerMessage): void => {
  const packed = message.kind === 'report' && message.report.kind === 'records' && message.report.packed;
  self.postMessage(message, { transfer: packed ? [packed.bytes.buffer] : [] });
};

/** The shell around `scanFile`: one request, its reports, its result. */
self.addEventListener('message', ({ data }: MessageEvent<ScanRequest>) => {
  scanFile(data, (report) => send({ kind: 'report', report })).then(
    (result) => send({ kind: 'result', result }),
    (error: unknown) => send({ kind: 'failed', error: toErrorData(error) }),
  );
});
