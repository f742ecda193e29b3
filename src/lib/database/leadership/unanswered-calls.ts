import type { Command } from '../../protocol/commands';

export interface Call {
  id: string;
  command: Command;
  args: unknown[];
}

/** The calls of this tab's page that no leader has answered yet, in the order in which they were made. */
export class UnansweredCalls {
  readonly #calls = new Map<string, { call: Call; overdue: boolean }>();

  get size(): number {
    return this.#calls.size;
  }

  add(call: Call): void {
    this.#calls.set(call.id, { call, overdue: false });
  }

  /** False where the call is unknown: answered before, or given up by the page. */
  remove(id: string): boolean {
    return this.#calls.delete(id);
  }

  all(): Call[] {
    return [...this.#calls.values()].map(({ call }) => call);
  }

  /**
   * What has been sent up to now is overdue once the leader answers something that was sent later: messages between
   * two tabs keep their order, so those calls, or their answers, were dropped on the way.
   */
  markOverdue(): void {
    for (const entry of this.#calls.values()) entry.overdue = true;
  }

  takeOverdue(): Call[] {
    const overdue = [...this.#calls.values()].filter((entry) => entry.overdue);
    for (const entry of overdue) entry.overdue = false;
    return overdue.map(({ call }) => call);
  }
}
