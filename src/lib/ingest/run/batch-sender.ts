import type { PackedRecords } from '../../model/source-records';
import type { ImportTarget } from '../import-target';

/**
 * Every batch is a transaction that writes each index page it touches twice, so many small batches cost more than the
 * rows themselves, while a large one blocks queries for a quarter of a second. The first batches are small, so that
 * pages soon show something, which Cancel keeps.
 */
const mostPerBatch = 8_000;
const recordsOfBatch = (batch: number): number => Math.min(1_000 * 2 ** batch, mostPerBatch);
/** Enough that the database never waits for the page, few enough that Cancel is quick. */
const maxUnacknowledged = 3;
/** No new file is started while this many batches are waiting. */
const maxWaiting = 8;

interface Batch {
  source: string;
  records: Uint8Array[];
  settle: (isStored: boolean) => void;
}

/**
 * Collects the records of one import into batches and sends them in order, a few at a time. Sends no more after an
 * error.
 */
export class BatchSender {
  private readonly gathered = new Map<string, { packs: Uint8Array[]; count: number }>();
  private waiting: Batch[] = [];
  /** The unanswered batches; each resolves with whether it was stored. */
  private readonly underway = new Set<Promise<boolean>>();
  private readonly target: ImportTarget;
  private readonly importId: string;
  private watchers: (() => void)[] = [];
  private unacknowledged = 0;
  private sent: number;
  private enqueued = 0;
  private isStopped = false;
  private failure: { error: unknown } | null = null;

  /** @param batchesBefore the number of batches of this import that an earlier sender has sent */
  constructor(target: ImportTarget, importId: string, batchesBefore = 0) {
    this.target = target;
    this.importId = importId;
    this.sent = batchesBefore;
  }

  /** The number of batches of this import that were sent so far, which is also the number of the next one. */
  get batches(): number {
    return this.sent;
  }

  add(source: string, { bytes, count }: PackedRecords): void {
    const some = this.gathered.get(source) ?? { packs: [], count: 0 };
    this.gathered.set(source, some);
    some.packs.push(bytes);
    some.count += count;
    if (some.count >= recordsOfBatch(this.enqueued)) this.enqueue(source, some.packs);
  }

  /** Resolves when there is room for another file's records; rejects with the error that stopped the sender. */
  async room(): Promise<void> {
    await this.until(() => this.waiting.length < maxWaiting);
  }

  /**
   * Sends what was collected and resolves when all of it is stored; rejects with the error that stopped the sender.
   */
  async flush(): Promise<void> {
    this.enqueueAll();
    await this.until(() => this.waiting.length === 0 && this.unacknowledged === 0);
  }

  /** Sends what was collected and resolves once the result is known: whether everything added so far is stored. */
  async stored(): Promise<boolean> {
    this.enqueueAll();
    const wasStored = await Promise.all(this.underway);
    return wasStored.every(Boolean) && this.failure === null && !this.isStopped;
  }

  /** Drops unsent records. Resolves when the batches in flight are stored or have failed. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.drop();
    this.gathered.clear();
    this.wake();
    while (this.unacknowledged > 0) await this.nextChange();
  }

  private enqueueAll(): void {
    for (const [source, { packs }] of this.gathered) this.enqueue(source, packs);
  }

  private enqueue(source: string, records: Uint8Array[]): void {
    this.gathered.delete(source);
    if (this.isStopped || this.failure !== null) return;
    this.enqueued += 1;
    const stored = new Promise<boolean>((settle) => this.waiting.push({ source, records, settle }));
    this.underway.add(stored);
    void stored.then(() => this.underway.delete(stored));
    this.sendNext();
  }

  private sendNext(): void {
    while (this.unacknowledged < maxUnacknowledged) {
      const next = this.waiting.shift();
      if (next === undefined) return;
      const { settle, ...batch } = next;
      this.unacknowledged += 1;
      const { importId, sent } = this;
      this.sent += 1;
      this.target
        .call('addUsageEvents', { importId, batch: sent, ...batch, createdAt: Date.now() })
        .then(
          () => settle(true),
          (error: unknown) => {
            this.failure ??= { error };
            settle(false);
            this.drop();
          },
        )
        .finally(() => {
          this.unacknowledged -= 1;
          this.sendNext();
          this.wake();
        });
    }
  }

  private drop(): void {
    const dropped = this.waiting;
    this.waiting = [];
    for (const { settle } of dropped) settle(false);
  }

  private async until(isReached: () => boolean): Promise<void> {
    for (;;) {
      if (this.failure !== null) throw this.failure.error;
      if (this.isStopped || isReached()) return;
      await this.nextChange();
    }
  }

  private nextChange(): Promise<void> {
    return new Promise((resolve) => this.watchers.push(resolve));
  }

  private wake(): void {
    const watchers = this.watchers;
    this.watchers = [];
    for (const resolve of watchers) resolve();
  }
}
