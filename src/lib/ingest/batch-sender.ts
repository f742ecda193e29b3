import type { ImportTarget } from './import-target';
import { appendRecords, countRecords, emptyRecords, type SourceRecords } from './source-records';

const recordsPerBatch = 500;
/** Enough that the database never waits for the page, few enough that Cancel is quick. */
const maxUnacknowledged = 3;
/** From here on no new file is begun. */
const maxWaiting = 8;

/** Gathers records of one import into batches and sends them in order, a few at a time. After an error it sends no more. */
export class BatchSender {
  private readonly gathered = new Map<string, SourceRecords>();
  private readonly waiting: (SourceRecords & { source: string })[] = [];
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

  add(source: string, some: SourceRecords): void {
    const records = this.gathered.get(source) ?? emptyRecords();
    this.gathered.set(source, records);
    appendRecords(records, some);
    if (countRecords(records) >= recordsPerBatch) this.enqueue(source, records);
  }

  /** Resolves when there is room for another file's records; rejects with the error that stopped the sending. */
  async room(): Promise<void> {
    await this.until(() => this.waiting.length < maxWaiting);
  }

  /** Sends what is gathered and resolves when all of it is stored; rejects with the error that stopped the sending. */
  async flush(): Promise<void> {
    for (const [source, records] of this.gathered) this.enqueue(source, records);
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

  private enqueue(source: string, records: SourceRecords): void {
    this.gathered.delete(source);
    if (this.isStopped || this.failure !== null) return;
    this.waiting.push({ source, ...records });
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
