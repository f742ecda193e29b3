import type { DatabaseClient } from '../../client/connect';
import { currentClient } from '../../client/current';
import type { ConnectionStatus } from '../../protocol/messages';
import { Listeners } from '../../client/listeners';
import type { Command, Commands, Table } from '../../protocol/commands';

/**
 * The page's connection to its database, as reactive state. Live queries read `epoch` and listen to `onChange`, which
 * collects the changes of one frame. It reports all tables when the page becomes visible again, because a page in the
 * background may have missed a message (client/connect.ts).
 */
class Connection {
  status = $state.raw<ConnectionStatus>({ state: 'connecting' });
  #client: DatabaseClient | undefined;
  readonly #listeners = new Listeners<ReadonlySet<Table>>();
  #waiting = new Set<Table>();
  #isScheduled = false;

  /** '' until the database is open. Changes with every new leader. */
  get epoch(): string {
    return this.status.state === 'ready' ? this.status.epoch : '';
  }

  /** Called once by the root layout. Returns a function that removes the listeners. */
  start(): () => void {
    const client = this.client;
    this.status = client.status;
    const ends = [
      client.onStatus((status) => (this.status = status)),
      client.onChange((changed) => this.#changed(changed)),
    ];
    return () => {
      for (const end of ends) end();
    };
  }

  /** Called at most once per frame. Returns a function that removes the listener. */
  onChange(listener: (changed: ReadonlySet<Table>) => void): () => void {
    return this.#listeners.add(listener);
  }

  get client(): DatabaseClient {
    return (this.#client ??= currentClient());
  }

  #changed(changed: readonly Table[]): void {
    for (const table of changed) this.#waiting.add(table);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      const gathered = this.#waiting;
      this.#waiting = new Set();
      this.#listeners.emit(gathered);
    });
  }
}

export const connection = new Connection();

/** Sends one command. Rejects with a `TokentabError`. */
export function call<C extends Command>(
  command: C,
  ...args: Parameters<Commands[C]>
): Promise<ReturnType<Commands[C]>> {
  return connection.client.call(command, ...args);
}
