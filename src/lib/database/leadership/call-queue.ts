/**
 * Runs calls one per task instead of one per message. The browser ends a worker by a task of its own, which would
 * stand behind every message that waits: a busy leader would go on for two seconds after its tab was closed, and the
 * hand-over with it. So messages only line up here, and between two calls whatever else waits has its turn.
 */
export class CallQueue {
  readonly #waiting = new Map<string, () => void>();
  readonly #turn = new MessageChannel();

  constructor() {
    this.#turn.port1.onmessage = () => this.#runNext();
  }

  /** A call that waits already is not added again. */
  add(id: string, run: () => void): void {
    if (this.#waiting.has(id)) return;
    this.#waiting.set(id, run);
    if (this.#waiting.size === 1) this.#askForTurn();
  }

  remove(id: string): void {
    this.#waiting.delete(id);
  }

  /** Runs nothing more. */
  close(): void {
    this.#waiting.clear();
    this.#turn.port1.close();
  }

  #askForTurn(): void {
    this.#turn.port2.postMessage(null);
  }

  #runNext(): void {
    const next = this.#waiting.entries().next();
    if (next.done) return;
    const [id, run] = next.value;
    this.#waiting.delete(id);
    // Asked for before running, so that a call that throws does not stop those behind it.
    if (this.#waiting.size > 0) this.#askForTurn();
    run();
  }
}
