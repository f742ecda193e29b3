import { fromErrorData, TokentabError } from '../model/errors';
import type { Answer } from '../protocol/messages';
import type { Command } from '../protocol/commands';
import type { Timeouts } from './timeouts';

export interface PendingCall {
  id: string;
  command: Command;
  args: unknown[];
}

interface Entry extends PendingCall {
  resolve(value: unknown): void;
  reject(error: TokentabError): void;
  madeAt: number;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * The page's calls that have no answer yet, oldest first. Each settles exactly once: by its answer or by its timeout.
 */
export class PendingCalls {
  readonly #entries = new Map<string, Entry>();
  readonly #timeouts: Timeouts;
  readonly #isConnecting: () => boolean;
  readonly #onTimeout: (id: string) => void;
  #timeoutMinutes: Partial<Record<Command, number>> = {};

  constructor(timeouts: Timeouts, isConnecting: () => boolean, onTimeout: (id: string) => void) {
    this.#timeouts = timeouts;
    this.#isConnecting = isConnecting;
    this.#onTimeout = onTimeout;
  }

  /** Gives these commands longer timeouts, including calls that are already pending. */
  allow(timeoutMinutes: Partial<Record<Command, number>>): void {
    this.#timeoutMinutes = timeoutMinutes;
  }

  add(call: PendingCall): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const entry: Entry = { ...call, resolve, reject, madeAt: performance.now() };
      this.#entries.set(call.id, entry);
      this.#startTimer(entry, this.#timeoutOf(entry));
    });
  }

  all(): PendingCall[] {
    return [...this.#entries.values()].map(({ id, command, args }) => ({ id, command, args }));
  }

  /** Ignores a second answer to the same call. */
  settle(id: string, answer: Answer): void {
    const entry = this.#take(id);
    if (!entry) return;
    if (answer.ok) entry.resolve(answer.value);
    else entry.reject(fromErrorData(answer.error));
  }

  rejectAll(error: TokentabError): void {
    for (const id of [...this.#entries.keys()]) this.#take(id)?.reject(error);
  }

  /** Stops all timeouts: a page in the back/forward cache must not time out its calls. */
  pause(): void {
    for (const entry of this.#entries.values()) clearTimeout(entry.timer);
  }

  resume(): void {
    for (const entry of this.#entries.values()) {
      entry.madeAt = performance.now();
      this.#startTimer(entry, this.#timeoutOf(entry));
    }
  }

  /** Call on a sign of progress: every pending call gets its full timeout again. */
  restartTimers(): void {
    this.pause();
    this.resume();
  }

  #take(id: string): Entry | undefined {
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    clearTimeout(entry.timer);
    this.#entries.delete(id);
    return entry;
  }

  #timeoutOf({ command }: Entry): number {
    const minutes = this.#timeoutMinutes[command];
    return minutes === undefined ? this.#timeouts.usual : minutes * 60_000;
  }

  #startTimer(entry: Entry, after: number): void {
    entry.timer = setTimeout(() => this.#onTimeUp(entry), after);
  }

  #onTimeUp(entry: Entry): void {
    const isConnecting = this.#isConnecting();
    const most = isConnecting ? this.#timeouts.whileConnecting : this.#timeoutOf(entry);
    const left = most - (performance.now() - entry.madeAt);
    if (left > 0) {
      this.#startTimer(entry, left);
      return;
    }
    this.#take(entry.id);
    this.#onTimeout(entry.id);
    entry.reject(isConnecting ? leaderLost(entry.command) : tooLate(entry.command));
  }
}

function tooLate(command: Command): TokentabError {
  return new TokentabError('Timeout', 'no-answer-in-time', command);
}

function leaderLost(command: Command): TokentabError {
  return new TokentabError('LeaderLost', 'not-opened-in-time', command);
}
