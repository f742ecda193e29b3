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
      /** The lock that the worker is to hold while it lives (model/worker-life.ts). */
      life: string;
    }
  | { kind: 'call'; id: string; command: Command; args: unknown[] }
  /** The page no longer waits for this call (its time is over): do not send it to a next leader. */
  | { kind: 'forget'; id: string }
  /** The page came back into view: look whether the storage is still there. */
  | { kind: 'check' };

/** Worker → its own page. */
export type WorkerMessage =
  /**
   * Before all others. `isHeld`: it holds the lock of its life, so its end can be noticed. `timeoutMinutes`: how long to
   * wait for the answers of commands that take longer than usual.
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
  /** The leader can no longer answer, and no other tab could: the site's data is gone. */
  | { kind: 'gone'; epoch: string; error: ErrorData }
  | { kind: 'step-down'; version: Version };

export type Answer = { ok: true; value: unknown } | { ok: false; error: ErrorData };

export type ConnectionStatus =
  /** `upgraded`: which share of a long migration is done, from 0 to 1. */
  | { state: 'connecting'; upgraded?: number }
  /** `readOnly`: why nothing can be changed, where that is so. */
  | { state: 'ready'; role: 'leader' | 'follower'; epoch: string; readOnly?: ErrorData | undefined }
  /** A newer Tokentab is open elsewhere: this page must be reloaded. */
  | { state: 'outdated' }
  | { state: 'failed'; error: ErrorData };
