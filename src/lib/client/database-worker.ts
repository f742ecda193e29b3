import { WorkerLife } from '../model/worker-life';
import type { PageMessage, WorkerMessage } from '../protocol/messages';

export interface WorkerEvents {
  onMessage(message: WorkerMessage): void;
  /** An error that nobody had caught: the worker lives, but nothing it says can be trusted. */
  onError(detail: string): void;
  /** It was closed, or killed by the browser. */
  onDeath(detail: string): void;
}

type StartMessage = Omit<Extract<PageMessage, { kind: 'start' }>, 'kind' | 'life'>;

/** One database worker, from its start to its end, however it ends. */
export class DatabaseWorker {
  readonly #worker: Worker;
  readonly #life: WorkerLife;
  #isEnded = false;

  constructor(worker: Worker, start: StartMessage, events: WorkerEvents) {
    this.#worker = worker;
    this.#life = new WorkerLife((detail) => events.onDeath(detail));
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      // A message may still be in the page's queue when the worker has been ended.
      if (this.#isEnded) return;
      if (data.kind === 'alive') this.#life.begin(data.isHeld);
      events.onMessage(data);
    };
    worker.onerror = (event) => events.onError(event.message);
    worker.onmessageerror = () => events.onError('A message of the database worker could not be read.');
    this.post({ kind: 'start', life: this.#life.name, ...start });
  }

  post(message: PageMessage): void {
    this.#worker.postMessage(message);
  }

  /** Its lock is freed with it, so that another tab can go on. */
  end(): void {
    this.#isEnded = true;
    this.#life.end();
    this.#worker.terminate();
  }
}

/** The worker that holds, or waits for, the database. */
export function startDatabaseWorker(): Worker {
  return new Worker(new URL('../database/worker.ts', import.meta.url), {
    type: 'module',
    name: 'tokentab-database',
  });
}
