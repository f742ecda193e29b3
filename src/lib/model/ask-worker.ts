import { fromErrorData, type ErrorData, type TokentabError } from './errors';

/** A worker's answer to the request with this id. */
export type WorkerReply =
  { id: string; ok: true; value: unknown } | { id: string; ok: false; error: ErrorData };

/** Asks a worker, which answers each request with a `WorkerReply`, in any order. */
export class WorkerAsker {
  readonly #waiting = new Map<
    string,
    { resolve: (value: never) => void; reject: (error: unknown) => void }
  >();

  /** @param died the error of requests that are open when the worker fails, with its message */
  constructor(
    private readonly worker: Worker,
    died: (detail: string) => TokentabError,
  ) {
    worker.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.ok) waiting?.resolve(data.value as never);
      else waiting?.reject(fromErrorData(data.error));
    };
    worker.onerror = (event) => {
      // If the script could not be loaded, the event has no message.
      this.#fail(died((event as Partial<ErrorEvent>).message ?? 'The worker could not be loaded.'));
    };
  }

  ask<Value>(request: object, transfer: Transferable[] = []): Promise<Value> {
    const id = crypto.randomUUID();
    return new Promise<Value>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, ...request }, transfer);
    });
  }

  /** Ends the worker, and open requests with this error. */
  end(error: TokentabError): void {
    this.worker.terminate();
    this.#fail(error);
  }

  #fail(error: TokentabError): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
