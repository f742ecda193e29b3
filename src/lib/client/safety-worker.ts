import { fromErrorData, TokentabError } from '../model/errors';
import type { SafetyAnswers, SafetyReply, SafetyRequest } from '../protocol/backups';

type Ask = {
  [Kind in SafetyRequest['kind']]: Omit<Extract<SafetyRequest, { kind: Kind }>, 'id'>;
}[SafetyRequest['kind']];

/** The worker that creates, checks and rebuilds copies of databases. It never touches the open one. */
export class SafetyWorker {
  readonly #worker: Worker;
  readonly #waiting = new Map<
    string,
    { resolve: (value: never) => void; reject: (error: unknown) => void }
  >();

  constructor() {
    this.#worker = new Worker(new URL('../safety/worker.ts', import.meta.url), {
      type: 'module',
      name: 'tokentab-safety',
    });
    this.#worker.onmessage = ({ data }: MessageEvent<SafetyReply>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.ok) waiting?.resolve(data.value as never);
      else waiting?.reject(fromErrorData(data.error));
    };
    this.#worker.onerror = (event) => {
      const error = new TokentabError('Unexpected', 'copy-interrupted', event.message);
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    };
  }

  ask<A extends Ask>(request: A, transfer: Transferable[] = []): Promise<SafetyAnswers[A['kind']]> {
    const id = crypto.randomUUID();
    return new Promise<SafetyAnswers[A['kind']]>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...request }, transfer);
    });
  }

  end(): void {
    this.#worker.terminate();
    const error = new TokentabError('Cancelled', 'connection-closed');
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
