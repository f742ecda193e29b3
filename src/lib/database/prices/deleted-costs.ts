import type { EventCost } from '../../model/event-cost';
import type { EventPricer } from '../../prices/price-event';
import type { Connection } from '../context';
import { all, run } from '../sql/statements';
import { isSameCost, type CostedEvent } from './stored-costs';

const fields = [
  ...[
    'provider',
    'model',
    'llm_mode',
    'occurred_at',
    'recorded_cost_nano_usd',
    'service_tier',
    'granularity',
  ],
  ...['input_tokens', 'cache_read_tokens', 'cache_write_5m_tokens', 'cache_write_1h_tokens', 'output_tokens'],
  ...['reasoning_tokens', 'total_tokens', 'cost_nano_usd', 'price_rule'],
];
const select = `SELECT 0 AS row, dedupe_key, source, ${fields.map((name) => `event ->> '${name}' AS ${name}`).join(', ')},
    coalesce(event ->> 'count_quality', 'call') AS count_quality, coalesce(event ->> 'cost_basis', 'unpriced') AS cost_basis
  FROM deleted_usage_events`;
const update = `UPDATE deleted_usage_events
  SET event = json_set(event, '$.cost_nano_usd', ?2, '$.cost_basis', ?3, '$.price_rule', ?4) WHERE dedupe_key = ?1`;

/**
 * Reprices the events of deleted projects, all in one step. They aren't usage now, but would be restored with their
 * stored cost.
 * @returns the number of changed events
 */
export function repriceDeleted(
  connection: Connection,
  pricer: EventPricer,
  before: (event: CostedEvent, cost: EventCost) => void,
): number {
  let changed = 0;
  for (const event of all<CostedEvent>(connection, select)) {
    const cost = pricer.costOf(event);
    if (isSameCost(event, cost)) continue;
    before(event, cost);
    run(connection, update, [event.dedupeKey, cost.costNanoUsd, cost.costBasis, cost.priceRule]);
    changed += 1;
  }
  return changed;
}

/** Only if the event still has the expected cost. */
export function storeDeletedCost(
  connection: Connection,
  dedupeKey: string,
  cost: EventCost,
  onlyFrom: number | null,
): void {
  run(connection, `${update} AND event ->> 'cost_nano_usd' IS ?5`, [
    ...[dedupeKey, cost.costNanoUsd, cost.costBasis, cost.priceRule],
    onlyFrom,
  ]);
}
