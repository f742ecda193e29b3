import type { PriceChange } from '../../model/price-choice';
import type { PriceTableSummary } from '../../model/price-table-summary';
import { t } from '../../texts/texts';
import { call } from '../database/connection.svelte';
import { newId } from '../database/ids';
import { reportFailure } from '../shell/report';
import { toasts } from '../shell/toasts.svelte';
import { undoable, undoStack } from '../shell/undo.svelte';
import { priceRun } from './price-run.svelte';

let last: Promise<unknown> = Promise.resolve();

/** One after another: an undo during a run would change the prices that the run applies. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * Changes where prices come from, and reprices the affected events. Undo reverts both, and waits for a run under way.
 * @param before what the change replaces
 * @param events the number of affected events
 */
export const changePrices = undoable(
  async (change: PriceChange, before: PriceChange, events: number, said: string): Promise<void> => {
    const run = await inTurn(async () => {
      await store(change);
      return priceRun.start(change.kind === 'choice' ? [change.model] : null, events);
    });
    undoStack.offer(run.wasCancelled ? t.prices.cancelled(run.changed) : said, () =>
      inTurn(async () => {
        await store(before);
        await priceRun.undo(run);
      }),
    );
  },
);

/** Reprices all history at current prices. Undo waits for a run under way. */
export const repriceAll = undoable(async (events: number): Promise<void> => {
  const run = await inTurn(() => priceRun.start(null, events));
  if (run.changed === 0 && !run.wasCancelled) {
    toasts.show({ kind: 'done', text: t.prices.nothingChanged });
    return;
  }
  undoStack.offer(run.wasCancelled ? t.prices.cancelled(run.changed) : t.prices.repriced(run.changed), () =>
    inTurn(() => priceRun.undo(run)),
  );
});

/** Stores the price table in a file, without using it yet. Rejects if the file isn't one. */
export async function addPriceTable(file: File): Promise<PriceTableSummary> {
  return call('addPriceTable', { id: newId(), text: await file.text(), addedAt: Date.now() });
}

export async function declineReprice(pricedBy: string): Promise<void> {
  try {
    await call('declineReprice', pricedBy);
  } catch (error) {
    reportFailure(t.prices.failed, error);
  }
}

async function store(change: PriceChange): Promise<void> {
  if (change.kind === 'table') await call('applyPriceTable', change.id, Date.now());
  else await call('savePriceChoice', change.model, change.choice, Date.now());
}
