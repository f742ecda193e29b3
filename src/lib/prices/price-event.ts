import { maxCostNanoUsd, type BillableEvent, type EventCost } from '../model/event-cost';
import { computeCost } from './compute-cost';
import { findModel, type FoundModel } from './find-model';
import type { PriceTable } from './price-table';

const unpriced: EventCost = { costNanoUsd: null, costBasis: 'unpriced', priceRule: null };

/** Prices events by a table. Remembers how models were matched: the same few stand in millions of events. */
export class EventPricer {
  private readonly found = new Map<string, FoundModel | null>();

  constructor(readonly table: PriceTable) {}

  /** What the source recorded counts first, a local model is free, and a cost that cannot be known is null. */
  readonly costOf = (event: BillableEvent): EventCost => {
    const recorded = event.recordedCostNanoUsd ?? null;
    if (recorded !== null) return { costNanoUsd: recorded, costBasis: 'recorded', priceRule: null };
    if (event.llmMode === 'local') return { costNanoUsd: 0, costBasis: 'free', priceRule: null };
    // Without a split into kinds, or without tokens, there is nothing to compute from.
    if (event.countQuality === 'total-only' || event.countQuality === 'cost-only') return unpriced;
    const found = event.model === null ? null : this.find(event.provider, event.model);
    const share = found && shareOf(event.serviceTier ?? null, found.provider.id);
    if (!found || share === null) return unpriced;
    const cost = computeCost(found.model, event, share);
    if (cost === null || cost > maxCostNanoUsd) return unpriced;
    return { costNanoUsd: cost, costBasis: 'computed', priceRule: this.ruleOf(found, share) };
  };

  private find(provider: string | null, model: string): FoundModel | null {
    const key = `${provider ?? ''}\n${model}`;
    let found = this.found.get(key);
    if (found === undefined) this.found.set(key, (found = findModel(this.table, provider, model)));
    return found;
  }

  private ruleOf({ provider, model, how }: FoundModel, share: number): string {
    const { name, version } = this.table;
    return `${name} ${version} · ${provider.id}/${model.id} · ${how}${share === 100 ? '' : ` · ${share} %`}`;
  }
}

const standardTiers = ['standard', 'default', 'auto', 'on_demand', 'standard_only'];
/** Percent of the list price, as these providers publish it. */
const reducedTiers: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  batch: { anthropic: 50, openai: 50, google: 50, mistral: 50, groq: 50 },
  flex: { openai: 50 },
};

/** Null where the price class has no known price: priority is sold at prices that no table lists. */
function shareOf(tier: string | null, provider: string): number | null {
  const name = tier?.trim().toLowerCase() ?? 'standard';
  if (standardTiers.includes(name)) return 100;
  return reducedTiers[name]?.[provider] ?? null;
}
