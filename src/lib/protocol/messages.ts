import type { ErrorData } from '../model/errors';
import type { Command, DatabaseName, Table } from './commands';

/** `app` is the build's version (a later build sorts after an earlier one), `schema` the newest migration it knows. */
export interface Version {
  app: string;
  schema: number;
}

/** Page → its own worker. */
export type PageMessage =
  | {
      kind: 'start';
      database: DatabaseName;
      tabId: string;
      version: Version;
      timeZone: string;
      /** The lock that the worker holds while it is alive (model/worker-life.ts). */
      life: string;
    }
  | { kind: 'call'; id: string; command: Command; args: unknown[] }
  /** The call timed out on the page: don't send it to the next leader. */
  | { kind: 'forget'; id: string }
  /** The page became visible again: check that the storage still exists. */
  | { kind: 'check' };

/** Worker → its own page. */
export type WorkerMessage =
  /**
   * The first message. `isHeld`: the worker holds its lock, so its death can be detected. `timeoutMinutes`: the
   * timeouts of commands that take longer than usual.
   */
  | { kind: 'alive'; isHeld: boolean; timeoutMinutes: Partial<Record<Command, number>> }
  | { kind: 'status'; status: ConnectionStatus }
  | { kind: 'answer'; id: string; answer: Answer }
  | { kind: 'changed'; tables: readonly Table[] };

/** Worker ↔ workers of the other tabs, over one BroadcastChannel per database. */
export type TabMessage =
  | { kind: 'who' }
  | { kind: 'leader'; epoch: string; version: Version; readOnly?: ErrorData | undefined }
  | { kind: 'call'; from: string; id: string; command: Command; args: unknown[] }
  | { kind: 'answer'; to: string; id: string; epoch: string; answer: Answer }
  | { kind: 'changed'; epoch: string; tables: readonly Table[] }
  /** The site's data was deleted, so neither the leader nor any other tab can answer. */
  | { kind: 'gone'; epoch: string; error: ErrorData }
  | { kind: 'step-down'; version: Version };

export type Answer = { ok: true; value: unknown } | { ok: false; error: ErrorData };

export type ConnectionStatus =
  /** `upgraded`: the progress of a long migration, from 0 to 1. */
  | { state: 'connecting'; upgraded?: number }
  /** `readOnly`: why nothing can be changed, if so. */
  | { state: 'ready'; role: 'leader' | 'follower'; epoch: string; readOnly?: ErrorData | undefined }
  /** A newer build is open in another tab: this page must be reloaded. */
  | { state: 'outdated' }
  | { state: 'failed'; error: ErrorData };
