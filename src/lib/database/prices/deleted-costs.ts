import type { EventCost } from '../../model/event-cost';
import type { EventPricer } from '../../prices/price-event';
import type { Connection } from '../context';
import { Dimensions } from '../events/dimensions';
import { all, run } from '../sql/statements';
import { costedColumns, isKey, isSameCost, type CostedEvent } from './stored-costs';

const select = `SELECT ${costedColumns} FROM deleted_usage_events`;
const update = `UPDATE deleted_event_rows SET cost_nano_usd = ?2, price = ?3 WHERE ${isKey}`;

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
    run(connection, update, [event.dedupeKey, cost.costNanoUsd, new Dimensions(connection).price(cost)]);
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
  run(connection, `${update} AND cost_nano_usd IS ?4`, [
    ...[dedupeKey, cost.costNanoUsd, new Dimensions(connection).price(cost)],
    onlyFrom,
  ]);
}
