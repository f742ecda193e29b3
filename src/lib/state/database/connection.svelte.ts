import type { DatabaseClient } from '../../client/connect';
import { currentClient } from '../../client/current';
import type { ConnectionStatus } from '../../protocol/messages';
import type { Command, Commands, Table } from '../../protocol/commands';

const tables = ['projects', 'usage', 'imports', 'mappings', 'settings'] as const satisfies readonly Table[];

/**
 * The page's one line to its database, as state. Live queries read `versions` and `epoch`; a version rises when a table
 * changed (at most once a frame), and all of them when the page comes back into view, because a page that was asleep
 * may have missed a message.
 */
class Connection {
  status = $state.raw<ConnectionStatus>({ state: 'connecting' });
  versions = $state<Record<Table, number>>({ projects: 0, usage: 0, imports: 0, mappings: 0, settings: 0 });
  #client: DatabaseClient | undefined;
  #waiting = new Set<Table>();
  #isScheduled = false;

  /** '' until the database is open; a new one after each change of leader. */
  get epoch(): string {
    return this.status.state === 'ready' ? this.status.epoch : '';
  }

  /** Called once by the root layout; gives back what ends it. */
  start(): () => void {
    const client = this.client;
    this.status = client.status;
    const ends = [
      client.onStatus((status) => (this.status = status)),
      client.onChange((changed) => this.#changed(changed)),
    ];
    const wake = () => document.visibilityState === 'visible' && this.#changed(tables);
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('pageshow', wake);
    return () => {
      for (const end of ends) end();
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('pageshow', wake);
    };
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
      for (const table of this.#waiting) this.versions[table] += 1;
      this.#waiting.clear();
    });
  }
}

export const connection = new Connection();

/** One named command. Rejects with a `TokentabError`. */
export function call<C extends Command>(
  command: C,
  ...args: Parameters<Commands[C]>
): Promise<ReturnType<Commands[C]>> {
  return connection.client.call(command, ...args);
}
