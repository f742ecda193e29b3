import type { Connection } from '../context';
import { boundStatement } from '../sql/bound-statement';
import { run } from '../sql/statements';
import type { CostedRow, EventTable } from './stored-costs';

export interface NewCost {
  costNanoUsd: number | null;
  /** See `CostedRow`. */
  price: number | null;
}

/** A rollup row, identified by the ids in its events, and the changes to its sums. */
interface RollupChange {
  place: readonly (number | null)[];
  cost: number;
  unpriced: number;
}

const store = (table: EventTable) => `UPDATE ${table} SET cost_nano_usd = ?1, price = ?2 WHERE id = ?3`;

// Cast, because the sums are bound as floating point numbers: see `BoundStatement`.
const add = (rollup: string) => `UPDATE ${rollup} SET cost_nano_usd = cost_nano_usd + CAST(?1 AS INTEGER),
  unpriced_tokens = unpriced_tokens + CAST(?2 AS INTEGER)`;
const day = "date(?3 * 86400, 'unixepoch')";
const addToDay = `${add('usage_daily')}
  WHERE date = ${day} AND project_id = (SELECT project_id FROM event_projects WHERE id = ?4)`;
const addToBreakdown = `${add('usage_daily_breakdown')}
  WHERE (date, project_id, source, provider, model, event_type, llm_mode, path) = (
    SELECT ${day}, project_id, source, provider, model, event_type, llm_mode,
      coalesce((SELECT path FROM event_paths WHERE id = ?6), '')
    FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = ?5 AND project.id = ?4)`;
const addToHour = `${add('usage_hourly')}
  WHERE (date, hour, project_id, source, model, event_type) = (
    SELECT ${day}, ?6, project_id, source, model, event_type
    FROM event_kinds AS kind CROSS JOIN event_projects AS project WHERE kind.id = ?5 AND project.id = ?4)`;

/**
 * Changes the costs of stored events with their triggers off; `end` then updates the rollups. Many events share a
 * rollup row, so this takes a fraction of the time. Use within one transaction, in which no event may be added, removed
 * or moved before `end`.
 */
export class CostWriter {
  readonly #connection: Connection;
  /** By day, project, kind and path. */
  readonly #breakdown = new Map<string, RollupChange>();
  /** By day, project, kind and hour. */
  readonly #hours = new Map<string, RollupChange>();
  /** An upper bound of all sums above. */
  #most = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
    // All row ids are above -1, so the triggers skip every row.
    run(connection, 'INSERT INTO bulk_inserts VALUES (-1)');
  }

  store(table: EventTable, event: CostedRow, { costNanoUsd, price }: NewCost): void {
    boundStatement(this.#connection, store(table)).run([costNanoUsd, price, event.row]);
    if (table === 'deleted_event_rows') return;
    const cost = (costNanoUsd ?? 0) - (event.costNanoUsd ?? 0);
    const unpriced = unpricedTokens(costNanoUsd, event) - unpricedTokens(event.costNanoUsd, event);
    if (cost === 0 && unpriced === 0) return;
    this.#most += Math.abs(cost) + Math.abs(unpriced);
    if (this.#most > Number.MAX_SAFE_INTEGER) {
      this.#writeRollups();
      this.#most = Math.abs(cost) + Math.abs(unpriced);
    }
    const { day, hour, project, kind, path } = event;
    note(this.#breakdown, [day, project, kind, path], cost, unpriced);
    if (hour !== null) note(this.#hours, [day, project, kind, hour], cost, unpriced);
  }

  end(): void {
    this.#writeRollups();
    // Deleting this row sums the rows above `after_id` (`end_bulk_insert`), so make that none.
    run(this.#connection, 'UPDATE bulk_inserts SET after_id = 9223372036854775807');
    run(this.#connection, 'DELETE FROM bulk_inserts');
  }

  #writeRollups(): void {
    const days = new Map<string, RollupChange>();
    for (const { place, cost, unpriced } of this.#breakdown.values())
      note(days, place.slice(0, 2), cost, unpriced);
    this.#write(addToDay, days);
    this.#write(addToBreakdown, this.#breakdown);
    this.#write(addToHour, this.#hours);
  }

  #write(sql: string, changes: Map<string, RollupChange>): void {
    const statement = boundStatement(this.#connection, sql);
    for (const { place, cost, unpriced } of changes.values()) statement.run([cost, unpriced, ...place]);
    changes.clear();
  }
}

function unpricedTokens(costNanoUsd: number | null, { totalTokens }: CostedRow): number {
  return costNanoUsd === null ? totalTokens : 0;
}

function note(
  changes: Map<string, RollupChange>,
  place: readonly (number | null)[],
  cost: number,
  unpriced: number,
): void {
  const key = place.join();
  const known = changes.get(key);
  if (known === undefined) changes.set(key, { place, cost, unpriced });
  else {
    known.cost += cost;
    known.unpriced += unpriced;
  }
}
