/**
 * Runs one call per task instead of one per message. The browser ends a worker with a separate task, which would
 * queue behind every waiting message: a busy leader would keep running for two seconds after its tab was closed and
 * delay the hand-over. So messages are only queued here, and other tasks can run between two calls.
 */
export class CallQueue {
  readonly #waiting = new Map<string, () => void>();
  readonly #turn = new MessageChannel();

  constructor() {
    this.#turn.port1.onmessage = () => this.#runNext();
  }

  /** Ignores a call that is already queued. */
  add(id: string, run: () => void): void {
    if (this.#waiting.has(id)) return;
    this.#waiting.set(id, run);
    if (this.#waiting.size === 1) this.#askForTurn();
  }

  remove(id: string): void {
    this.#waiting.delete(id);
  }

  /** Drops the queued calls and runs nothing more. */
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
    // Ask before running: if this call throws, the ones behind it still run.
    if (this.#waiting.size > 0) this.#askForTurn();
    run();
  }
}
