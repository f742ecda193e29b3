import { fromErrorData, TokentabError, toErrorData } from '../model/errors';
import type { ConnectionStatus, PageMessage, WorkerMessage } from '../protocol/messages';
import { tables, type Command, type Commands, type DatabaseName, type Table } from '../protocol/commands';
import { DatabaseWorker, startDatabaseWorker } from './database-worker';
import { closed, memoryLost, outdated, workerStopped } from './connection-errors';
import { Listeners } from './listeners';
import { followPageLifecycle } from './page-lifecycle';
import { PendingCalls } from './pending-calls';
import { defaultTimeouts, type Timeouts } from './timeouts';

/** One page's connection to one database, whichever tab currently leads it. */
export interface DatabaseClient {
  readonly database: DatabaseName;
  readonly status: ConnectionStatus;
  /**
   * Resolves once the database is open, here or in the leader's tab; rejects with the reason when it cannot be
   * opened.
   */
  readonly ready: Promise<void>;
  /**
   * Sends one command and returns its answer. The call is sent again automatically when the leader goes away, so the
   * caller supplies ids and times to keep it idempotent. Rejects with a `TokentabError`; `Timeout` when no answer
   * arrives within the command's time limit.
   */
  call<C extends Command>(command: C, ...args: Parameters<Commands[C]>): Promise<ReturnType<Commands[C]>>;
  /** Both return a function that removes the listener. */
  onStatus(listener: (status: ConnectionStatus) => void): () => void;
  /** Reports the tables that changed, in this tab or another; all tables when changes may have been missed. */
  onChange(listener: (changed: readonly Table[]) => void): () => void;
  /** Checks that the stored files still exist. If they don't, `status` becomes failed with `StorageGone`. */
  checkStorage(): void;
  /** Terminates the worker. Pending calls reject with `Cancelled`. */
  close(): void;
}

export interface ConnectOptions {
  /** The build's version. */
  app?: string;
  timeZone?: string;
  timeouts?: Timeouts;
  startWorker?: () => Worker;
}

/** Three crashes within a minute: stop restarting the worker. */
const mostDeaths = 3;
const minuteMs = 60_000;

/** Starts this tab's database worker and connects to it. */
export function connect(database: DatabaseName, options: ConnectOptions = {}): DatabaseClient {
  return new WorkerClient(database, options);
}

class WorkerClient implements DatabaseClient {
  readonly database: DatabaseName;
  readonly ready: Promise<void>;
  readonly #options: ConnectOptions;
  readonly #tabId = crypto.randomUUID();
  readonly #pending: PendingCalls;
  readonly #statusListeners = new Listeners<ConnectionStatus>();
  readonly #changeListeners = new Listeners<readonly Table[]>();
  readonly #stopFollowing: () => void;
  #status: ConnectionStatus = { state: 'connecting' };
  #worker: DatabaseWorker | undefined;
  /** When each worker died, by `performance.now()`. */
  #deaths: number[] = [];
  #lastEpoch: string | undefined;
  #isClosed = false;
  /** Set once the worker is stopped for good: later calls reject with it. */
  #stopped: TokentabError | undefined;

  constructor(database: DatabaseName, options: ConnectOptions) {
    this.database = database;
    this.#options = options;
    this.#pending = new PendingCalls(
      options.timeouts ?? defaultTimeouts,
      () => this.#status.state === 'connecting',
      (id) => this.#post({ kind: 'forget', id }),
    );
    this.ready = this.#whenReady();
    // `status` reports the same failure, so a page that never awaits `ready` misses nothing by ignoring this
    // rejection.
    this.ready.catch(() => undefined);
    this.#start();
    this.#stopFollowing = followPageLifecycle({
      onSleep: () => this.#sleep(),
      onWake: () => this.#wake(),
      onSeen: () => this.#onSeen(),
    });
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  call<C extends Command>(command: C, ...args: Parameters<Commands[C]>): Promise<ReturnType<Commands[C]>> {
    if (this.#isClosed) return Promise.reject(closed());
    if (this.#stopped) return Promise.reject(this.#stopped);
    const call = { id: crypto.randomUUID(), command, args };
    const answer = this.#pending.add(call);
    try {
      this.#post({ kind: 'call', ...call });
    } catch (cause) {
      const error = new TokentabError('BadInput', 'values-not-storable', cause);
      this.#pending.settle(call.id, { ok: false, error: toErrorData(error) });
    }
    // The worker's answer has the type that `Commands` declares: both sides share it.
    return answer as Promise<ReturnType<Commands[C]>>;
  }

  onStatus(listener: (status: ConnectionStatus) => void): () => void {
    return this.#statusListeners.add(listener);
  }

  onChange(listener: (changed: readonly Table[]) => void): () => void {
    return this.#changeListeners.add(listener);
  }

  checkStorage(): void {
    this.#post({ kind: 'check' });
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#stopFollowing();
    this.#endWorker();
    this.#pending.rejectAll(closed());
  }

  #start(): void {
    // Create the worker first: it loads while this page determines its time zone, which takes an engine 30 ms the
    // first time.
    const worker = (this.#options.startWorker ?? startDatabaseWorker)();
    const start = {
      database: this.database,
      tabId: this.#tabId,
      // The page doesn't know the migrations; the worker replaces this version with its own.
      version: { app: this.#options.app ?? '0', schema: 0 },
      timeZone: this.#options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    this.#worker = new DatabaseWorker(worker, start, {
      onMessage: (message) => this.#onMessage(message),
      onError: (detail) => this.#stop(workerStopped(detail)),
      onDeath: (detail) => this.#onDeath(detail),
    });
    for (const call of this.#pending.all()) this.#post({ kind: 'call', ...call });
  }

  #endWorker(): void {
    this.#worker?.end();
    this.#worker = undefined;
  }

  /** A page in the back/forward cache that kept its lock would starve every other tab. */
  #sleep(): void {
    // A memory database holds no lock, and its data would be lost with its worker.
    if (this.database === 'memory') return;
    this.#pending.pause();
    this.#endWorker();
  }

  #wake(): void {
    if (this.#worker || this.#stopped) return;
    this.#setStatus({ state: 'connecting' });
    this.#pending.resume();
    this.#start();
  }

  #onSeen(): void {
    if (!this.#worker) return;
    this.#post({ kind: 'check' });
    // The browser may drop change messages while a page is in the background.
    if (this.#status.state === 'ready') this.#changeListeners.emit(tables);
  }

  #onMessage(message: WorkerMessage): void {
    switch (message.kind) {
      case 'alive':
        this.#pending.allow(message.timeoutMinutes);
        break;
      case 'status':
        // A long migration is still making progress, so calls must not time out.
        if (message.status.state === 'connecting') this.#pending.restartTimers();
        this.#setStatus(message.status);
        break;
      case 'answer':
        this.#pending.settle(message.id, message.answer);
        break;
      case 'changed':
        this.#changeListeners.emit(message.tables);
    }
  }

  /**
   * The dead worker's lock is free and what it had stored is safe: start a new worker and send it the unanswered
   * calls.
   */
  #onDeath(detail: string): void {
    const now = performance.now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < minuteMs), now];
    if (this.database === 'memory') this.#stop(memoryLost());
    else if (this.#deaths.length >= mostDeaths) this.#stop(workerStopped(detail));
    else {
      this.#endWorker();
      this.#wake();
    }
  }

  #stop(error: TokentabError): void {
    this.#endWorker();
    this.#stopped = error;
    this.#setStatus({ state: 'failed', error: toErrorData(error) });
    this.#pending.rejectAll(error);
  }

  #setStatus(status: ConnectionStatus): void {
    this.#status = status;
    this.#statusListeners.emit(status);
    if (status.state !== 'ready' || status.epoch === this.#lastEpoch) return;
    const isFirst = this.#lastEpoch === undefined;
    this.#lastEpoch = status.epoch;
    // Change messages from the previous leader may have been dropped.
    if (!isFirst) this.#changeListeners.emit(tables);
  }

  #whenReady(): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = this.onStatus((status) => {
        if (status.state === 'connecting') return;
        stop();
        if (status.state === 'ready') resolve();
        else reject(status.state === 'failed' ? fromErrorData(status.error) : outdated());
      });
    });
  }

  #post(message: PageMessage): void {
    this.#worker?.post(message);
  }
}
