import type { BillableEvent, EventCost } from '../../model/event-cost';
import type { Connection } from '../context';
import { Dimensions } from '../events/dimensions';
import { all, run, value } from '../sql/statements';

/** A stored event with everything that its cost depends on, and its current cost. */
export interface CostedEvent extends BillableEvent, EventCost {
  row: number;
  dedupeKey: string;
  totalTokens: number;
}

/** A condition over rows: ?1 is the dedupe key as `usage_events` shows it. */
export const isKey = 'key IN (?1, unhex(?1))';

export const costedColumns = `row_id AS row, dedupe_key, source, provider, model, llm_mode, occurred_at, recorded_cost_nano_usd,
  service_tier, count_quality, granularity, input_tokens, cache_read_tokens, cache_write_5m_tokens,
  cache_write_1h_tokens, output_tokens, reasoning_tokens, total_tokens, cost_nano_usd, cost_basis, price_rule`;

/** The number of rows examined in one step, of which only those of the models are read. */
const rowsPerTurn = 10_000;
/** Some 40 ms of work, so that other calls are answered in between. */
const eventsPerTurn = 400;

const end = `SELECT max(id) FROM (SELECT id FROM event_rows WHERE id > ?1 ORDER BY id LIMIT ${rowsPerTurn})`;
const page = `SELECT ${costedColumns} FROM usage_events
  WHERE row_id > ?1 AND row_id <= ?2 AND (?3 IS NULL OR model IN (SELECT value FROM json_each(?3)))
  ORDER BY row_id LIMIT ${eventsPerTurn}`;

export interface CostedPage {
  events: CostedEvent[];
  /** The row after which the next page begins; null after the last one. */
  next: number | null;
}

/**
 * The events after a row, in the order in which they were stored.
 * @param models null for every model
 */
export function costedEvents(
  connection: Connection,
  after: number,
  models: readonly string[] | null,
): CostedPage {
  const last = value(connection, end, [after]);
  if (typeof last !== 'number') return { events: [], next: null };
  const json = models && JSON.stringify(models);
  const events = all<CostedEvent>(connection, page, [after, last, json]);
  return { events, next: events.length === eventsPerTurn ? (events.at(-1)?.row ?? last) : last };
}

export function isSameCost(one: EventCost, other: EventCost): boolean {
  return (
    one.costNanoUsd === other.costNanoUsd &&
    one.costBasis === other.costBasis &&
    one.priceRule === other.priceRule
  );
}

const update = `UPDATE event_rows SET cost_nano_usd = ?2, price = ?3 WHERE ${isKey}`;

/** The triggers update the rollups. */
export function storeCost(connection: Connection, dedupeKey: string, cost: EventCost): number {
  return run(connection, update, [dedupeKey, cost.costNanoUsd, new Dimensions(connection).price(cost)]);
}
