import type { EventCost } from '../../model/event-cost';
import type { RepriceEnd, RepriceStep } from '../../model/reprice';
import type { EventPricer } from '../../prices/price-event';
import type { Connection, DatabaseContext } from '../context';
import { notFound } from '../sql/check-argument';
import { all, run, value } from '../sql/statements';
import { affectedModels } from './choices';
import { repriceDeleted, storeDeletedCost } from './deleted-costs';
import { nameOfSources, pricerOf, priceSources } from './pricer';
import { costedEvents, isKey, isSameCost, storeCost, type CostedEvent } from './stored-costs';

/** The maximum number of events that a step changes, so that other commands don't wait long. */
const mostChanges = 300;
/** The changes of earlier runs are kept for undo until all together exceed this number. */
const mostKeptChanges = 200_000;

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
export function repriceNext(database: DatabaseContext, id: string, after: number): RepriceStep {
  const { number, models } = runOf(database, id);
  forgetEarlierChanges(database, number);
  const pricer = pricerOf(database);
  const { events, next } = costedEvents(
    database,
    after,
    models === null ? null : (JSON.parse(models) as string[]),
  );
  let changed = 0;
  for (const [index, event] of events.entries()) {
    if (!reprice(database, pricer, event, number)) continue;
    changed += 1;
    const isLast = index === events.length - 1;
    if (changed === mostChanges && !isLast) return { next: event.row, events: index + 1, changed };
  }
  if (next !== null) return { next, events: events.length, changed };
  // Last, and in one step, so that events that are deleted or restored meanwhile are found in one of the two places.
  const deleted = repriceDeleted(database, pricer, (event, cost) =>
    keepBefore(database, number, event, cost),
  );
  return { next: null, events: events.length + deleted, changed: changed + deleted };
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

/**
 * Restores what the latest changes of a run replaced, some hundred at a time; call inside a transaction. An event
 * whose cost has changed since keeps it.
 * @returns whether there is more to restore
 */
export function undoRepriceNext(
  database: DatabaseContext,
  id: string,
): { isDone: boolean; restored: number } {
  const { number } = runOf(database, id);
  const changes = all<{ id: number; dedupeKey: string; costAfter: number | null } & EventCost>(
    database,
    `SELECT id, dedupe_key, cost_before AS cost_nano_usd, basis_before AS cost_basis, rule_before AS price_rule, cost_after
     FROM reprice_changes WHERE reprice = ? ORDER BY id DESC LIMIT ${mostChanges}`,
    [number],
  );
  for (const { dedupeKey, costAfter, costNanoUsd, costBasis, priceRule } of changes) {
    const before = { costNanoUsd, costBasis, priceRule };
    const now = value(database, `SELECT coalesce(cost_nano_usd, 'none') FROM event_rows WHERE ${isKey}`, [
      dedupeKey,
    ]);
    if (now === undefined) storeDeletedCost(database, dedupeKey, before, costAfter);
    else if (now === (costAfter ?? 'none')) storeCost(database, dedupeKey, before);
  }
  const last = changes.at(-1);
  if (last) {
    run(database, 'DELETE FROM reprice_changes WHERE reprice = ?1 AND id >= ?2', [number, last.id]);
  }
  return { isDone: changes.length < mostChanges, restored: changes.length };
}

function reprice(
  database: DatabaseContext,
  pricer: EventPricer,
  event: CostedEvent,
  number: number,
): boolean {
  const cost = pricer.costOf(event);
  if (isSameCost(event, cost)) return false;
  keepBefore(database, number, event, cost);
  storeCost(database, event.dedupeKey, cost);
  return true;
}

function keepBefore(connection: Connection, number: number, event: CostedEvent, after: EventCost): void {
  const { dedupeKey, costNanoUsd, costBasis, priceRule } = event;
  run(
    connection,
    `INSERT INTO reprice_changes (reprice, dedupe_key, cost_before, basis_before, rule_before, cost_after)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [number, dedupeKey, costNanoUsd, costBasis, priceRule, after.costNanoUsd],
  );
}

/** A few in each step, because deleting millions of rows takes long. */
function forgetEarlierChanges(connection: Connection, number: number): void {
  const most =
    Number(value(connection, 'SELECT coalesce(max(id), 0) FROM reprice_changes')) - mostKeptChanges;
  if (most <= 0) return;
  run(
    connection,
    `DELETE FROM reprice_changes WHERE id IN
       (SELECT id FROM reprice_changes WHERE id <= ?1 AND reprice <> ?2 ORDER BY id LIMIT ${2 * mostChanges})`,
    [most, number],
  );
}

/** @throws `NotFound` */
function runOf(connection: Connection, id: string): Run {
  const found = all<Run>(connection, 'SELECT number, models FROM reprices WHERE id = ?', [id])[0];
  if (!found) throw notFound('pricing run');
  return found;
}
