import type { ExtractionBatch, LlmAddress, Settlement } from '../../model/extraction';
import type { Command, Commands } from '../../protocol/commands';
import type { Sender } from '../calling/caller';
import { runCall, Streak, type CallTools } from './run-call';

export interface QueueTools {
  call: <C extends Command>(command: C, ...args: Parameters<Commands[C]>) => Promise<ReturnType<Commands[C]>>;
  contents: CallTools['contents'];
  /** Rejects if the browser doesn't confine the caller. */
  openSender: (origin: string) => Promise<Sender & { close: () => void }>;
  keyOf: (addressId: string) => Promise<string>;
  newId: () => string;
}

/** In milliseconds. A batch may be paused or cancelled while waiting, so check again after this time. */
const longestWait = 5_000;
const busyMs = 1_000;

/**
 * Sends the documents of all running batches: one batch at a time per address, oldest first, with as many concurrent
 * calls as the address allows. The caller must hold the queue's lock.
 */
export class QueueRunner {
  readonly #tools: QueueTools;
  readonly #signal: AbortSignal;
  /** By address. */
  readonly #loops = new Map<string, Promise<void>>();
  /** By batch: aborting stops its open calls. */
  readonly #calls = new Map<string, AbortController>();

  constructor(tools: QueueTools, signal: AbortSignal) {
    this.#tools = tools;
    this.#signal = signal;
  }

  /** Resolves when no batch is running any more, or once the signal is aborted. Rejects if it can't continue. */
  async run(): Promise<void> {
    await this.#tools.call('settleOpenAttempts', Date.now());
    await this.check();
    while (this.#loops.size > 0) await Promise.race(this.#loops.values());
  }

  /** Call when batches have changed: starts the running ones and aborts the calls of cancelled ones. */
  async check(): Promise<void> {
    const batches = await this.#tools.call('getBatches', null);
    for (const [id, calls] of this.#calls) {
      if (!batches.some((batch) => batch.id === id)) calls.abort();
    }
    for (const { state, addressId } of batches) {
      if (state !== 'running' || this.#loops.has(addressId) || this.#signal.aborted) continue;
      const loop = this.#runAddress(addressId).finally(() => this.#loops.delete(addressId));
      this.#loops.set(addressId, loop);
      // `run` awaits it later; until then, a failure would be an unhandled rejection.
      loop.catch(() => undefined);
    }
  }

  async #runAddress(addressId: string): Promise<void> {
    while (!this.#signal.aborted) {
      const batches = await this.#tools.call('getBatches', null);
      const batch = batches.findLast((each) => each.state === 'running' && each.addressId === addressId);
      const address = (await this.#tools.call('getLlmAddresses')).find(({ id }) => id === addressId);
      if (batch === undefined || address === undefined) return;
      await this.#runBatch(batch, address);
    }
  }

  async #runBatch(batch: ExtractionBatch, address: LlmAddress): Promise<void> {
    const calls = new AbortController();
    const signal = AbortSignal.any([calls.signal, this.#signal]);
    this.#calls.set(batch.id, calls);
    const sender = await this.#tools.openSender(address.origin);
    try {
      const key = await this.#tools.keyOf(address.id);
      const tools = { sender, key, contents: this.#tools.contents };
      const streak = new Streak();
      const lanes = Array.from({ length: address.parallel }, () =>
        this.#runLane(batch, address, tools, streak, signal),
      );
      const [failed] = (await Promise.allSettled(lanes)).filter((lane) => lane.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    } finally {
      sender.close();
      this.#calls.delete(batch.id);
    }
  }

  /** Sends one call after another until the batch stops or has no documents left to take. */
  async #runLane(
    batch: ExtractionBatch,
    address: LlmAddress,
    tools: CallTools,
    streak: Streak,
    signal: AbortSignal,
  ): Promise<void> {
    const { call, newId } = this.#tools;
    while (!signal.aborted) {
      const claimed = { batchId: batch.id, attemptId: newId(), claimedAt: Date.now() };
      const claim = await call('claimDocument', claimed);
      if (claim.kind === 'stopped') return;
      if (claim.kind === 'claimed') {
        const { document } = claim;
        const settlement = await runCall(tools, batch, address, document, streak, signal).catch(
          async (error: unknown) => {
            await call('settleAttempt', notSent(document.attemptId));
            throw error;
          },
        );
        await call('settleAttempt', settlement);
      } else {
        // Documents that other lanes are sending may have to be sent again.
        await wait(claim.kind === 'later' ? claim.at - Date.now() : busyMs, signal);
      }
    }
  }
}

/** Nothing was sent, and it wasn't the document's fault. */
function notSent(attemptId: string): Settlement {
  const endedAt = Date.now();
  const next = { kind: 'wait', notBefore: endedAt } as const;
  return { attemptId, end: { state: 'failed' }, next, httpStatus: null, endedAt };
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(Math.max(milliseconds, 0), longestWait));
    signal.addEventListener('abort', end);
  });
}
