import type { EventCost } from '../../model/event-cost';
import type { PriceChange } from '../../model/price-choice';
import type { CostTotals, PricePreviewStep } from '../../model/reprice';
import { EventPricer, type PriceSources } from '../../prices/price-event';
import type { Connection } from '../context';
import { affectedModels } from './choices';
import { priceSources } from './pricer';
import { tableOf } from './tables';
import { CostedEvents } from './stored-costs';

/**
 * Computes what a change of prices would do to the next events after `after`. Changes nothing.
 * @throws `NotFound` for its table
 */
export function getPricePreview(
  connection: Connection,
  change: PriceChange,
  after: number,
): PricePreviewStep {
  const models = change.kind === 'choice' ? affectedModels(connection, change.model) : null;
  const pricer = new EventPricer(sourcesAfter(connection, change));
  const { events, next } = new CostedEvents(connection, 'event_rows', models).after(after);
  const totals = { before: noTotals(), after: noTotals() };
  let changed = 0;
  for (const event of events) {
    const cost = pricer.costOf(event, event.source);
    if (event.costNanoUsd !== cost.costNanoUsd) changed += 1;
    add(totals.before, event, event.totalTokens);
    add(totals.after, cost, event.totalTokens);
  }
  return { next, events: events.length, changed, ...totals };
}

function sourcesAfter(connection: Connection, change: PriceChange): PriceSources {
  const { tables, choices } = priceSources(connection);
  if (change.kind === 'table') {
    const builtIn = tables.slice(-1);
    return { tables: change.id === null ? builtIn : [tableOf(connection, change.id), ...builtIn], choices };
  }
  const changed = new Map(choices);
  if (change.choice === null) changed.delete(change.model);
  else changed.set(change.model, change.choice);
  return { tables, choices: changed };
}

function noTotals(): CostTotals {
  return { costNanoUsd: 0, unpricedTokens: 0 };
}

function add(totals: CostTotals, { costNanoUsd }: Pick<EventCost, 'costNanoUsd'>, tokens: number): void {
  if (costNanoUsd === null) totals.unpricedTokens += tokens;
  else totals.costNanoUsd += costNanoUsd;
}
