import type { Command } from '../../protocol/commands';

export interface Call {
  id: string;
  command: Command;
  args: unknown[];
}

/** This page's calls that no leader has answered yet, in the order in which they were made. */
export class UnansweredCalls {
  readonly #calls = new Map<string, { call: Call; overdue: boolean }>();

  get size(): number {
    return this.#calls.size;
  }

  add(call: Call): void {
    this.#calls.set(call.id, { call, overdue: false });
  }

  /** False when the call is unknown: already answered, or abandoned by the page. */
  remove(id: string): boolean {
    return this.#calls.delete(id);
  }

  all(): Call[] {
    return [...this.#calls.values()].map(({ call }) => call);
  }

  /**
   * Marks every call sent so far as overdue. Messages between two tabs keep their order, so when the leader answers
   * something sent later, these calls or their answers were lost.
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
