import { toErrorData } from '../../model/errors';
import { holdWhileAlive } from '../../model/worker-life';
import { scanGroup } from './scan-group';
import type { ScanPageMessage, ScanWorkerMessage } from './scan-messages';

const send = (message: ScanWorkerMessage): void => {
  const reports = message.kind === 'reports' ? message.reports : [];
  const transfer = reports.flatMap((each) => (each.kind === 'records' ? [each.packed.bytes.buffer] : []));
  self.postMessage(message, { transfer });
};

let alive: Promise<void> | undefined;

/** A thin shell around `scanGroup`: receives requests, sends reports and results. */
self.addEventListener('message', ({ data }: MessageEvent<ScanPageMessage>) => {
  if (data.kind === 'start') {
    alive = holdWhileAlive(data.life).then((isHeld) => send({ kind: 'ready', isHeld }));
    return;
  }
  // Read nothing before the lock is held, so that the page can notice a death.
  Promise.resolve(alive)
    .then(() => scanGroup(data.requests, (reports) => send({ kind: 'reports', reports })))
    .then(
      (results) => send({ kind: 'results', results }),
      (error: unknown) => send({ kind: 'failed', error: toErrorData(error) }),
    );
});
