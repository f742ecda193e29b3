import { WorkerLife } from '../model/worker-life';
import type { PageMessage, WorkerMessage } from '../protocol/messages';

export interface WorkerEvents {
  onMessage(message: WorkerMessage): void;
  /** An uncaught error: the worker is still running, but its answers can no longer be trusted. */
  onError(detail: string): void;
  /** The worker closed itself, or the browser killed it. */
  onDeath(detail: string): void;
}

type StartMessage = Omit<Extract<PageMessage, { kind: 'start' }>, 'kind' | 'life'>;

/** One database worker, from its start to its end, expected or not. */
export class DatabaseWorker {
  readonly #worker: Worker;
  readonly #life: WorkerLife;
  #isEnded = false;

  constructor(worker: Worker, start: StartMessage, events: WorkerEvents) {
    this.#worker = worker;
    this.#life = new WorkerLife((detail) => events.onDeath(detail));
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      // Messages may still be queued on the page after the worker was terminated.
      if (this.#isEnded) return;
      if (data.kind === 'alive') this.#life.begin(data.isHeld);
      events.onMessage(data);
    };
    worker.onerror = (event) => events.onError(event.message);
    worker.onmessageerror = () => events.onError('worker-message-unreadable');
    this.post({ kind: 'start', life: this.#life.name, ...start });
  }

  post(message: PageMessage): void {
    this.#worker.postMessage(message);
  }

  /** Terminates the worker. This also releases its lock, so that another tab can take over. */
  end(): void {
    this.#isEnded = true;
    this.#life.end();
    this.#worker.terminate();
  }
}

/** Starts the worker that holds the database, or waits for it. */
export function startDatabaseWorker(): Worker {
  return new Worker(new URL('../database/worker.ts', import.meta.url), {
    type: 'module',
    name: 'tokentab-database',
  });
}
