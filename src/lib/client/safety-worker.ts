import { WorkerAsker } from '../model/ask-worker';
import { TokentabError } from '../model/errors';
import type { SafetyAnswers, SafetyRequest } from '../protocol/backups';

type Ask = {
  [Kind in SafetyRequest['kind']]: Omit<Extract<SafetyRequest, { kind: Kind }>, 'id'>;
}[SafetyRequest['kind']];

/** The worker that creates, checks and rebuilds copies of databases. It never touches the open one. */
export class SafetyWorker {
  readonly #asker = new WorkerAsker(
    new Worker(new URL('../safety/worker.ts', import.meta.url), {
      type: 'module',
      name: 'tokentab-safety',
    }),
    (detail) => new TokentabError('Unexpected', 'copy-interrupted', detail),
  );

  ask<A extends Ask>(request: A, transfer: Transferable[] = []): Promise<SafetyAnswers[A['kind']]> {
    return this.#asker.ask<SafetyAnswers[A['kind']]>(request, transfer);
  }

  end(): void {
    this.#asker.end(new TokentabError('Cancelled', 'connection-closed'));
  }
}
