import { afterEach, beforeEach, vi } from 'vitest';
import { connect, type ConnectOptions, type DatabaseClient } from '../../../src/lib/client/connect';
import { startDatabaseWorker } from '../../../src/lib/client/database-worker';
import type { Timeouts } from '../../../src/lib/client/timeouts';
import type { DatabaseName } from '../../../src/lib/protocol/commands';

/** For `vi.waitFor`, in milliseconds: as the end-to-end tests, none of these measures time. */
export const patience = 20_000;

const opened: { client: DatabaseClient; worker: () => Worker | undefined }[] = [];

/** One client is one tab: its own worker, its own place in the queue for the lock. */
export interface Tab {
  client: DatabaseClient;
  /** Ends page and worker as a crash of the tab would: without a word to anybody. */
  crash(): void;
  /** Ends the worker alone, as the browser may. */
  killWorker(): void;
}

export function openTab(options: ConnectOptions = {}, database: DatabaseName = 'main'): Tab {
  let worker: Worker | undefined;
  const start = options.startWorker ?? startDatabaseWorker;
  const client = connect(database, { ...options, startWorker: () => (worker = start()) });
  opened.push({ client, worker: () => worker });
  return { client, crash: () => client.close(), killWorker: () => worker?.terminate() };
}

export async function openReadyTab(options?: ConnectOptions, database?: DatabaseName): Promise<Tab> {
  const tab = openTab(options, database);
  await tab.client.ready;
  return tab;
}

export function timeoutsOf(milliseconds: number): Timeouts {
  return { usual: milliseconds, whileConnecting: milliseconds };
}

/** Every test begins with empty storage and ends with no worker left. */
export function useFreshStorage(): void {
  beforeEach(removeAll);
  afterEach(async () => {
    for (const { client } of opened.splice(0)) client.close();
    await removeAll();
  });
}

export function roleOf({ client }: Tab): string {
  return client.status.state === 'ready' ? client.status.role : client.status.state;
}

export function newProject(name: string) {
  return { id: crypto.randomUUID(), name, clientName: null, description: null, createdAt: Date.now() };
}

async function removeAll(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('tokentab-safety');
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(new Error('The marker could not be removed.', { cause: deleting.error }));
  });
  const root = await navigator.storage.getDirectory();
  for (const name of ['.tokentab-main', '.tokentab-sample', 'tokentab-set-aside']) {
    // A worker that was just ended holds its handles for a moment.
    await vi.waitFor(
      async () => {
        await root.removeEntry(name, { recursive: true }).catch((error: unknown) => {
          if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
        });
      },
      { timeout: patience, interval: 10 },
    );
  }
}
