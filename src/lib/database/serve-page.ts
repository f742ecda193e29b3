import { holdWhileAlive } from '../model/worker-life';
import type { PageMessage, WorkerMessage } from '../protocol/messages';
import type { Command, DatabaseName } from '../protocol/commands';
import { poolName } from '../protocol/pool-place';
import type { OpenDatabase } from './leadership/leader';
import { holdAlone, queueForLock } from './leadership/lock-queue';
import { Membership } from './leadership/membership';
import { openTabChannel } from './leadership/tab-channel';
import { noStorage } from './opening/open-pool';

/**
 * In milliseconds. No event says that files were removed, and writing to removed files succeeds, so the leader checks
 * periodically.
 */
const checkEvery = 5_000;

/** The part of a worker's global scope that exchanges messages with its page. */
interface PagePort {
  postMessage(message: WorkerMessage, options: { transfer: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<PageMessage>) => void): void;
}

export interface DatabaseKind {
  /** The newest migration that this build has. */
  schema: number;
  /** See `WorkerMessage`. */
  timeoutMinutes: Partial<Record<Command, number>>;
  /** `onUpgraded` is called with the progress of a long migration, from 0 to 1. */
  open(database: DatabaseName, timeZone: string, onUpgraded: (share: number) => void): Promise<OpenDatabase>;
}

/** Serves one page for the lifetime of the worker. The first message names the database; all others are for it. */
export function servePage(page: PagePort, kind: DatabaseKind): void {
  let membership: Membership | undefined;
  page.addEventListener('message', ({ data: message }) => {
    switch (message.kind) {
      case 'start':
        membership ??= start(page, kind, message);
        break;
      case 'call':
        membership?.call({ id: message.id, command: message.command, args: message.args });
        break;
      case 'forget':
        membership?.forget(message.id);
        break;
      case 'check':
        void membership?.check();
    }
  });
  setInterval(() => void membership?.check(), checkEvery);
}

function start(
  page: PagePort,
  kind: DatabaseKind,
  message: Extract<PageMessage, { kind: 'start' }>,
): Membership {
  const { database, tabId, timeZone, version } = message;
  // A memory database belongs to its tab, so no other tab may receive or answer its messages.
  const name = database === 'memory' ? `${poolName(database)}-${tabId}` : poolName(database);
  // Hold the lock before announcing this worker, so that the page can detect its death.
  const alive = holdWhileAlive(message.life);
  const { timeoutMinutes } = kind;
  void alive.then((isHeld) => page.postMessage({ kind: 'alive', isHeld, timeoutMinutes }, { transfer: [] }));
  return new Membership({
    tabId,
    version: { app: version.app, schema: Math.max(version.schema, kind.schema) },
    toPage: (answer, transfer = []) => void alive.then(() => page.postMessage(answer, { transfer })),
    openChannel: (onMessage) => openTabChannel(name, onMessage),
    queueForLock(events) {
      if (database === 'memory') return holdAlone(events);
      // Undefined in an insecure context, like the storage.
      const locks = (navigator as { locks?: LockManager }).locks;
      // Rejects with a SecurityError when the user blocks all site data.
      const onError = (error: unknown) => events.onError(isRefusal(error) ? noStorage(error) : error);
      if (locks) return queueForLock(locks, name, { ...events, onError });
      return { ...holdAlone(events), join: () => events.onError(noStorage('navigator.locks is missing')) };
    },
    openDatabase: (onUpgraded) => kind.open(database, timeZone, onUpgraded),
  });
}

function isRefusal(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'SecurityError';
}
