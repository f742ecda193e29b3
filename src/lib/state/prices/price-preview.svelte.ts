import type { PriceChange } from '../../model/price-choice';
import type { CostTotals, PricePreviewStep } from '../../model/reprice';
import { call } from '../database/connection.svelte';

export interface PricePreview {
  /** The number of affected events, and of those whose cost would change. */
  events: number;
  changed: number;
  before: CostTotals;
  after: CostTotals;
}

/** The effect of a change of prices, read step by step; a newer preview cancels the older one. */
export class PreviewedChange {
  current = $state.raw<PricePreview>();
  #questions = 0;

  /** Undefined cancels the preview. Rejects with the database's error. */
  async show(change: PriceChange | undefined): Promise<void> {
    const question = ++this.#questions;
    this.current = undefined;
    if (change === undefined) return;
    let sum: PricePreview = { events: 0, changed: 0, before: nothing, after: nothing };
    for (let after: number | null = 0; after !== null;) {
      const step: PricePreviewStep = await call('getPricePreview', change, after);
      if (question !== this.#questions) return;
      sum = {
        events: sum.events + step.events,
        changed: sum.changed + step.changed,
        before: add(sum.before, step.before),
        after: add(sum.after, step.after),
      };
      after = step.next;
    }
    this.current = sum;
  }
}

const nothing: CostTotals = { costNanoUsd: 0, unpricedTokens: 0 };

function add(a: CostTotals, b: CostTotals): CostTotals {
  return {
    costNanoUsd: a.costNanoUsd + b.costNanoUsd,
    unpricedTokens: a.unpricedTokens + b.unpricedTokens,
  };
}
