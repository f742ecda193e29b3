import { repriceStart, type RepriceEnd, type RepricePlace, type RepriceStep } from '../../model/reprice';
import { call } from '../database/connection.svelte';
import { newId } from '../database/ids';

interface PriceRunResult {
  id: string;
  changed: number;
  wasCancelled: boolean;
}

/**
 * Repricing stored events, one run at a time in this tab. The database's worker does it step by step, so pages are
 * answered in between. It belongs to no page and continues while the user visits others.
 */
class PriceRun {
  isRunning = $state(false);
  isCancelling = $state(false);
  /** The number of events examined. */
  done = $state(0);
  /** The total number of events, as far as known. */
  total = $state(0);

  /** @param models null for every model */
  async start(models: string[] | null, total: number): Promise<PriceRunResult> {
    const id = newId();
    let changed = 0;
    let end: RepriceEnd = 'cancelled';
    await this.#during(total, async () => {
      await call('beginReprice', { id, models, startedAt: Date.now() });
      try {
        for (let after: RepricePlace | null = repriceStart; after !== null && !this.isCancelling;) {
          const step: RepriceStep = await call('repriceNext', id, after);
          changed += step.changed;
          this.done += step.events;
          after = step.next;
          if (after === null) end = 'finished';
        }
      } finally {
        await call('endReprice', id, end, Date.now());
      }
    });
    return { id, changed, wasCancelled: this.isCancelling };
  }

  /** Restores what the run changed, unless something else has changed it since. */
  async undo({ id, changed }: PriceRunResult): Promise<void> {
    await this.#during(changed, async () => {
      for (let isDone = false; !isDone;) {
        const step = await call('undoRepriceNext', id);
        this.done += step.restored;
        isDone = step.isDone;
      }
      await call('endReprice', id, 'undone', Date.now());
    });
  }

  /** Events that were already repriced stay so until the run is undone. */
  cancel(): void {
    this.isCancelling = true;
  }

  async #during(total: number, work: () => Promise<void>): Promise<void> {
    this.isRunning = true;
    this.isCancelling = false;
    this.done = 0;
    this.total = total;
    try {
      await work();
    } finally {
      this.isRunning = false;
    }
  }
}

export const priceRun = new PriceRun();
