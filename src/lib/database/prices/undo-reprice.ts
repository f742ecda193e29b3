import type { EventCost } from '../../model/event-cost';
import type { DatabaseContext } from '../context';
import { Dimensions } from '../events/dimensions';
import { all, run } from '../sql/statements';
import { CostWriter } from './cost-writer';
import { runOf, takeTurn } from './reprice';
import { costedColumns, type CostedRow, type EventTable } from './stored-costs';

const changesPerPage = 200;

interface Change extends CostedRow {
  id: number;
  costBefore: number | null;
  basisBefore: EventCost['costBasis'];
  ruleBefore: string | null;
  costAfter: number | null;
}

/** The latest changes of a run whose events are in this table. */
const changesOf = (table: EventTable) => `
  SELECT change.id AS id, cost_before, basis_before, rule_before, cost_after, ${costedColumns('event')}
  FROM (SELECT * FROM reprice_changes WHERE reprice = ?1 ORDER BY id DESC LIMIT ${changesPerPage}) AS change
    CROSS JOIN ${table} AS event ON event.key IN (dedupe_key, unhex(dedupe_key))
  ORDER BY change.id DESC`;
const extent = `SELECT count(*) AS count, min(id) AS first FROM
  (SELECT id FROM reprice_changes WHERE reprice = ? ORDER BY id DESC LIMIT ${changesPerPage})`;

/**
 * Restores what the latest changes of a run replaced; call inside a transaction. An event whose cost has changed since
 * keeps it.
 * @returns whether there is more to restore
 * @throws `NotFound`
 */
export function undoRepriceNext(
  database: DatabaseContext,
  id: string,
): { isDone: boolean; restored: number } {
  const { number } = runOf(database, id);
  const ids = new Dimensions(database);
  const writer = new CostWriter(database);
  let restored = 0;
  const isDone = takeTurn(database, () => {
    const count = undoPage(database, number, ids, writer);
    restored += count;
    return count < changesPerPage;
  });
  writer.end();
  return { isDone, restored };
}

/** @returns the number of changes processed */
function undoPage(database: DatabaseContext, number: number, ids: Dimensions, writer: CostWriter): number {
  const [{ count, first } = { count: 0, first: null }] = all<{ count: number; first: number | null }>(
    database,
    extent,
    [number],
  );
  for (const table of ['event_rows', 'deleted_event_rows'] as const) {
    // If prices changed during the run, it may have changed an event twice.
    const known = new Map<number, Pick<CostedRow, 'costNanoUsd' | 'price'>>();
    for (const change of all<Change>(database, changesOf(table), [number])) {
      const event = { ...change, ...known.get(change.row) };
      if (event.costNanoUsd !== change.costAfter) continue;
      const { costBefore: costNanoUsd, basisBefore: costBasis, ruleBefore: priceRule } = change;
      const cost = { costNanoUsd, price: ids.price({ costNanoUsd, costBasis, priceRule }) };
      writer.store(table, event, cost);
      known.set(change.row, cost);
    }
  }
  run(database, 'DELETE FROM reprice_changes WHERE reprice = ?1 AND id >= ?2', [number, first]);
  return count;
}
