import { maxCostNanoUsd, type BillableEvent, type EventCost } from '../model/event-cost';
import { withoutContext } from '../model/service-tier';
import { priceKinds, type OwnPrice, type PriceChoice } from '../model/price-choice';
import type { PriceMatch } from '../model/price-match';
import { computeCost, pricesAt } from './compute-cost';
import { findModel, type FoundModel } from './find-model';
import type { DatedPrices, PriceTable } from './price-table';

const unpriced: EventCost = { costNanoUsd: null, costBasis: 'unpriced', priceRule: null };

/** The sources of prices: the user's choice first, then the first table that knows the model. */
export interface PriceSources {
  tables: readonly PriceTable[];
  /** By the model's name in the events. */
  choices: ReadonlyMap<string, PriceChoice>;
}

/** Prices events. Caches which price a model's name matched, because millions of events have the same few names. */
export class EventPricer {
  /** By provider and model. */
  private readonly found = new Map<string | null, Map<string, FoundModel | null>>();
  /** The rules of list prices, which most events have. */
  private readonly rules = new Map<FoundModel, string>();

  constructor(readonly sources: PriceSources) {}

  /** The cost that the source recorded takes precedence, a local model is free, and an unknown cost is null. */
  readonly costOf = (event: BillableEvent, source: string | null = null): EventCost => {
    const recorded = event.recordedCostNanoUsd ?? null;
    if (recorded !== null) return { costNanoUsd: recorded, costBasis: 'recorded', priceRule: null };
    if (event.llmMode === 'local') return { costNanoUsd: 0, costBasis: 'free', priceRule: null };
    const choice = this.choiceOf(event.model);
    if (choice?.kind === 'free') return { costNanoUsd: 0, costBasis: 'free', priceRule: 'own · free' };
    // Without tokens, or without their split into kinds, nothing can be computed.
    if (event.countQuality === 'total-only' || event.countQuality === 'cost-only') return unpriced;
    return this.byOwnPrice(event, choice, source) ?? this.byTable(event, choice, source);
  };

  /** The source of a model's price at a time (UTC milliseconds); null if it has none. */
  matchOf(provider: string | null, model: string, time: number): PriceMatch | null {
    const choice = this.choiceOf(model);
    const none = { how: null, table: null, provider: null, model: null, perToken: {}, hasTiers: false };
    if (choice?.kind === 'free') return { ...none, kind: 'free' };
    const own = this.ownPriceAt(model, choice, time);
    if (own) return { ...none, kind: 'own', perToken: own.perToken };
    const found = this.findPriced(provider, model, choice);
    if (!found) return null;
    const prices = pricesAt(found.model.prices, time);
    return {
      kind: choice?.kind === 'alias' ? 'alias' : 'table',
      how: found.how,
      table: nameOf(found.table),
      provider: found.provider.id,
      model: found.model.id,
      perToken: shortRequest(prices),
      hasTiers: Object.values(prices).some((price) => typeof price !== 'number'),
    };
  }

  private choiceOf(model: string | null): PriceChoice | undefined {
    return model === null ? undefined : this.sources.choices.get(model);
  }

  private byOwnPrice(
    event: BillableEvent,
    choice: PriceChoice | undefined,
    source: string | null,
  ): EventCost | undefined {
    const own = event.model === null ? undefined : this.ownPriceAt(event.model, choice, event.occurredAt);
    // The user's own price is what they pay, in every price class.
    return own && costBy(own.perToken, event, 100, ['own price', own.from ?? 'always'].join(' · '), source);
  }

  /** Follows an alias, but only one: an alias of an alias would be a guess. */
  private ownPriceAt(model: string, choice: PriceChoice | undefined, time: number): OwnPrice | undefined {
    const known = choice?.kind === 'alias' ? this.choiceOf(priced(model, choice)) : choice;
    if (known?.kind !== 'own') return undefined;
    const date = new Date(time).toISOString().slice(0, 10);
    return known.prices
      .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
      .findLast(({ from }) => (from ?? '') <= date);
  }

  private byTable(event: BillableEvent, choice: PriceChoice | undefined, source: string | null): EventCost {
    const found = event.model === null ? null : this.findPriced(event.provider, event.model, choice);
    const share = found && shareOf(event.serviceTier ?? null, found.provider.id);
    if (!found || share === null) return unpriced;
    const perToken = pricesAt(found.model.prices, event.occurredAt);
    return costBy(perToken, event, share, this.ruleOf(found, share, choice?.kind === 'alias'), source);
  }

  /** The alias may name a model that this provider doesn't sell; then its maker's price counts. */
  private findPriced(
    provider: string | null,
    model: string,
    choice: PriceChoice | undefined,
  ): FoundModel | null {
    if (choice?.kind !== 'alias') return this.find(provider, model);
    return this.find(provider, choice.model) ?? this.find(null, choice.model);
  }

  private find(provider: string | null, model: string): FoundModel | null {
    let models = this.found.get(provider);
    if (models === undefined) this.found.set(provider, (models = new Map<string, FoundModel | null>()));
    let found = models.get(model);
    if (found === undefined) models.set(model, (found = this.search(provider, model)));
    return found;
  }

  private ruleOf(found: FoundModel, share: number, isAlias: boolean): string {
    if (isAlias || share !== 100) return ruleOf(found, share, isAlias);
    let rule = this.rules.get(found);
    if (rule === undefined) this.rules.set(found, (rule = ruleOf(found, share, isAlias)));
    return rule;
  }

  private search(provider: string | null, model: string): FoundModel | null {
    for (const table of this.sources.tables) {
      const found = findModel(table, provider, model);
      if (found) return found;
    }
    return null;
  }
}

/** The table's name and version, as rules and pages show them. */
export function nameOf({ name, version }: PriceTable): string {
  return `${name} ${version}`;
}

function costBy(
  perToken: DatedPrices['perToken'],
  event: BillableEvent,
  share: number,
  rule: string,
  source: string | null,
): EventCost {
  const cost = computeCost(perToken, event, share, source);
  if (cost === null || cost > maxCostNanoUsd) return unpriced;
  return { costNanoUsd: cost, costBasis: 'computed', priceRule: rule };
}

function ruleOf({ table, provider, model, how }: FoundModel, share: number, isAlias: boolean): string {
  const parts = [nameOf(table), `${provider.id}/${model.id}`, isAlias ? 'alias' : how];
  return [...parts, ...(share === 100 ? [] : [`${share} %`])].join(' · ');
}

/** The name under which the model is priced. */
function priced(model: string, choice: PriceChoice | undefined): string {
  return choice?.kind === 'alias' ? choice.model : model;
}

function shortRequest(prices: DatedPrices['perToken']): OwnPrice['perToken'] {
  return Object.fromEntries(
    priceKinds.flatMap((kind) => {
      const price = prices[kind];
      if (price === undefined) return [];
      return [[kind, typeof price === 'number' ? price : (price[0]?.[1] ?? 0)]];
    }),
  );
}

/** Percent of the list price, as these providers publish it. */
const reducedTiers: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  batch: { anthropic: 50, openai: 50, google: 50, mistral: 50, groq: 50 },
  flex: { openai: 50 },
};

/** Null if the price class has no known price: no table lists prices for priority. */
function shareOf(tier: string | null, provider: string): number | null {
  const name = withoutContext(tier);
  return name === null ? 100 : (reducedTiers[name]?.[provider] ?? null);
}
