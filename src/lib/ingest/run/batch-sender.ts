import type { PackedRecords } from '../../model/source-records';
import type { ImportTarget } from './import-target';

/**
 * Every batch is a transaction, and writes each page of the indices that it touches twice: many small ones cost more
 * than the rows. A large one keeps queries waiting, on slow machines for a quarter of a second.
 */
const recordsPerBatch = 2_000;
/** Enough that the database never waits for the page, few enough that Cancel is quick. */
const maxUnacknowledged = 3;
/** From here on no new file is begun. */
const maxWaiting = 8;

/** Gathers records of one import into batches and sends them in order, a few at a time. After an error it sends no more. */
export class BatchSender {
  private readonly gathered = new Map<string, PackedRecords[]>();
  private readonly waiting: { source: string; records: Uint8Array[] }[] = [];
  private readonly target: ImportTarget;
  private readonly importId: string;
  private watchers: (() => void)[] = [];
  private unacknowledged = 0;
  private sent: number;
  private isStopped = false;
  private failure: { error: unknown } | null = null;

  /** @param batchesBefore how many batches of this import were sent by an earlier sender */
  constructor(target: ImportTarget, importId: string, batchesBefore = 0) {
    this.target = target;
    this.importId = importId;
    this.sent = batchesBefore;
  }

  /** How many batches of this import were sent so far: the number of the next one. */
  get batches(): number {
    return this.sent;
  }

  add(source: string, some: PackedRecords): void {
    const packs = this.gathered.get(source) ?? [];
    this.gathered.set(source, packs);
    packs.push(some);
    const count = packs.reduce((sum, pack) => sum + pack.count, 0);
    if (count >= recordsPerBatch) this.enqueue(source, packs);
  }

  /** Resolves when there is room for another file's records; rejects with the error that stopped the sending. */
  async room(): Promise<void> {
    await this.until(() => this.waiting.length < maxWaiting);
  }

  /** Sends what is gathered and resolves when all of it is stored; rejects with the error that stopped the sending. */
  async flush(): Promise<void> {
    for (const [source, packs] of this.gathered) this.enqueue(source, packs);
    await this.until(() => this.waiting.length === 0 && this.unacknowledged === 0);
  }

  /** Drops what was not sent yet; resolves when the batches on their way are stored or have failed. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.waiting.length = 0;
    this.gathered.clear();
    this.wake();
    while (this.unacknowledged > 0) await this.nextChange();
  }

  private enqueue(source: string, packs: readonly PackedRecords[]): void {
    this.gathered.delete(source);
    if (this.isStopped || this.failure !== null) return;
    this.waiting.push({ source, records: packs.map(({ bytes }) => bytes) });
    this.sendNext();
  }

  private sendNext(): void {
    while (this.unacknowledged < maxUnacknowledged) {
      const batch = this.waiting.shift();
      if (batch === undefined) return;
      this.unacknowledged += 1;
      const { importId, sent } = this;
      this.sent += 1;
      this.target
        .call('addUsageEvents', { importId, batch: sent, ...batch, createdAt: Date.now() })
        .catch((error: unknown) => {
          this.failure ??= { error };
          this.waiting.length = 0;
        })
        .finally(() => {
          this.unacknowledged -= 1;
          this.sendNext();
          this.wake();
        });
    }
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
