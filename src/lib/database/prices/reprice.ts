import { repriceStart, type RepriceEnd, type RepricePlace, type RepriceStep } from '../../model/reprice';
import type { EventPricer } from '../../prices/price-event';
import type { Connection, DatabaseContext } from '../context';
import { Dimensions } from '../events/dimensions';
import { boundStatement } from '../sql/bound-statement';
import { notFound } from '../sql/check-argument';
import { keyTextOf } from '../events/event-key';
import { all, run, value } from '../sql/statements';
import { affectedModels } from './choices';
import { CostWriter, type NewCost } from './cost-writer';
import { nameOfSources, pricerOf, priceSources } from './pricer';
import { CostedEvents, type CostedRow, type EventTable } from './stored-costs';

/**
 * In milliseconds: after this, a step starts no further page. Statistics that a page asks for meanwhile wait for the step
 * and its commit, and should still arrive within 100 ms.
 */
const turnTime = 20;
/** A limit for tests, in which the clock doesn't advance. */
const pagesPerTurn = 8;
/** The changes of earlier runs are kept for undo until all together exceed this number. */
const mostKeptChanges = 200_000;
/** More than one step adds. */
const forgottenAtOnce = 2_000;

interface Run {
  number: number;
  models: string | null;
}

/**
 * Begins a run over all history (`models` is null), or over the events of some models and their aliases. Calling it
 * again changes nothing.
 */
export function beginReprice(
  connection: Connection,
  { id, models, startedAt }: { id: string; models: readonly string[] | null; startedAt: number },
): void {
  const affected = models && [...new Set(models.flatMap((model) => affectedModels(connection, model)))];
  run(
    connection,
    `INSERT INTO reprices (id, models, status, started_at, updated_at) VALUES (?1, ?2, 'running', ?3, ?3)
     ON CONFLICT (id) DO NOTHING`,
    [id, affected && JSON.stringify(affected), startedAt],
  );
}

/**
 * Reprices the next events after `after` at current prices; call inside a transaction. Each step leaves events and
 * rollups consistent, and repeating a step changes nothing.
 * @throws `NotFound` for a run that never began
 */
export function repriceNext(database: DatabaseContext, id: string, after: RepricePlace): RepriceStep {
  const { number, models } = runOf(database, id);
  forgetEarlierChanges(database, number);
  const pages = new Repricing(
    database,
    pricerOf(database),
    models === null ? null : (JSON.parse(models) as string[]),
  );
  const step = { events: 0, changed: 0 };
  let next: RepricePlace | null = after;
  takeTurn(database, () => {
    if (next === null) return true;
    const page = pages.next(next, (table, event, cost) => keepBefore(database, number, table, event, cost));
    step.events += page.events;
    step.changed += page.changed;
    next = page.next;
    return next === null;
  });
  pages.end();
  return { ...step, next };
}

/** Runs `page` until the time is up or it returns true for the last page. @returns whether that was reached */
export function takeTurn(database: DatabaseContext, page: () => boolean): boolean {
  const until = database.now() + turnTime;
  for (let count = 0; count < pagesPerTurn; count += 1) {
    if (page()) return true;
    if (database.now() >= until) return false;
  }
  return false;
}

/** Reprices everything, or some models, in one step and without undo. Call inside a transaction. */
export function repriceAll(
  connection: Connection,
  pricer: EventPricer,
  models: readonly string[] | null,
): void {
  const pages = new Repricing(connection, pricer, models);
  for (let place: RepricePlace | null = repriceStart; place !== null;) place = pages.next(place).next;
  pages.end();
}

/** Lives for one transaction. */
class Repricing {
  readonly #pricer: EventPricer;
  readonly #ids: Dimensions;
  readonly #writer: CostWriter;
  readonly #tables: Readonly<Record<EventTable, CostedEvents>>;

  constructor(connection: Connection, pricer: EventPricer, models: readonly string[] | null) {
    this.#pricer = pricer;
    this.#ids = new Dimensions(connection);
    this.#writer = new CostWriter(connection);
    this.#tables = {
      event_rows: new CostedEvents(connection, 'event_rows', models),
      deleted_event_rows: new CostedEvents(connection, 'deleted_event_rows', models),
    };
  }

  /**
   * Reprices one page of events; those of deleted projects come last. Events deleted or restored during a run are
   * appended to the other table, so a position in both tables misses none.
   * @param before called before an event changes
   */
  next(
    after: RepricePlace,
    before?: (table: EventTable, event: CostedRow, cost: NewCost) => void,
  ): RepriceStep {
    let table: EventTable = 'event_rows';
    let page = this.#tables[table].after(after.event);
    if (page.next === null) page = this.#tables[(table = 'deleted_event_rows')].after(after.deleted);
    let changed = 0;
    for (const event of page.events) {
      const found = this.#pricer.costOf(event, event.source);
      const cost = { costNanoUsd: found.costNanoUsd, price: this.#ids.price(found) };
      if (event.costNanoUsd === cost.costNanoUsd && event.price === cost.price) continue;
      before?.(table, event, cost);
      this.#writer.store(table, event, cost);
      changed += 1;
    }
    const next =
      page.next === null
        ? null
        : table === 'event_rows'
          ? { ...after, event: page.next }
          : { ...after, deleted: page.next };
    return { next, events: page.events.length, changed };
  }

  end(): void {
    this.#writer.end();
  }
}

/**
 * Ends a run: finished, cancelled, or undone.
 * @throws `NotFound`
 */
export function endReprice(database: DatabaseContext, id: string, status: RepriceEnd, endedAt: number): void {
  const { number, models } = runOf(database, id);
  run(database, 'UPDATE reprices SET status = ?2, updated_at = ?3 WHERE number = ?1', [
    number,
    status,
    endedAt,
  ]);
  if (status === 'finished' && models === null) {
    run(database, 'UPDATE price_state SET priced_by = ?', [nameOfSources(priceSources(database))]);
  }
}

const keep = (
  table: EventTable,
) => `INSERT INTO reprice_changes (reprice, dedupe_key, cost_before, basis_before, rule_before, cost_after)
  SELECT ?1, ${keyTextOf('event')}, cost_nano_usd, coalesce(cost_basis, 'unpriced'), nullif(price_rule, ''), ?2
  FROM ${table} AS event LEFT JOIN event_prices AS price ON price.id = event.price WHERE event.id = ?3`;

function keepBefore(
  connection: Connection,
  number: number,
  table: EventTable,
  { row }: CostedRow,
  { costNanoUsd }: NewCost,
): void {
  boundStatement(connection, keep(table)).run([number, costNanoUsd, row]);
}

/** The oldest ones, and some in each step, because deleting millions of rows takes long. */
function forgetEarlierChanges(connection: Connection, number: number): void {
  const most =
    Number(value(connection, 'SELECT coalesce(max(id), 0) FROM reprice_changes')) - mostKeptChanges;
  if (most <= 0) return;
  // Avoids reading a long run's own changes again in each step.
  if (value(connection, 'SELECT reprice FROM reprice_changes ORDER BY id LIMIT 1') === number) return;
  run(
    connection,
    `DELETE FROM reprice_changes WHERE reprice <> ?2 AND id IN
       (SELECT id FROM reprice_changes WHERE id <= ?1 ORDER BY id LIMIT ${forgottenAtOnce})`,
    [most, number],
  );
}

/** @throws `NotFound` */
export function runOf(connection: Connection, id: string): Run {
  const found = all<Run>(connection, 'SELECT number, models FROM reprices WHERE id = ?', [id])[0];
  if (!found) throw notFound('pricing-run');
  return found;
}
