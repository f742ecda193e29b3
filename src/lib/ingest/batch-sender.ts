import type { SourceSession, SourceUsageEvent } from '../model/usage-event';
import type { ImportTarget } from './import-target';

const recordsPerBatch = 500;
/** Enough that the database never waits for the page, few enough that Cancel is quick. */
const maxUnacknowledged = 3;
/** From here on no new file is begun. */
const maxWaiting = 8;

interface Records {
  events: SourceUsageEvent[];
  sessions: SourceSession[];
}

/** Gathers records of one import into batches and sends them in order, a few at a time. After an error it sends no more. */
export class BatchSender {
  private readonly gathered = new Map<string, Records>();
  private readonly waiting: (Records & { source: string })[] = [];
  private readonly target: ImportTarget;
  private readonly importId: string;
  private watchers: (() => void)[] = [];
  private unacknowledged = 0;
  private sent = 0;
  private isStopped = false;
  private failure: { error: unknown } | null = null;

  constructor(target: ImportTarget, importId: string) {
    this.target = target;
    this.importId = importId;
  }

  add(source: string, events: readonly SourceUsageEvent[], sessions: readonly SourceSession[]): void {
    const records = this.gathered.get(source) ?? { events: [], sessions: [] };
    this.gathered.set(source, records);
    // One by one: a spread of many thousand arguments overflows the stack.
    for (const session of sessions) records.sessions.push(session);
    for (const event of events) records.events.push(event);
    if (records.events.length + records.sessions.length >= recordsPerBatch) this.enqueue(source, records);
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

  private enqueue(source: string, records: Records): void {
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
