import * as v from 'valibot';
import type { EventPricer } from '../../prices/price-event';
import type { DatabaseContext } from '../context';
import { affectedModels } from '../prices/choices';
import { priceChoice } from '../prices/arguments';
import { repriceAll } from '../prices/reprice';
import { all, run, value } from '../sql/statements';

/** Merges the user's own prices and the current price table. @returns a function that reprices the affected events */
export function mergePrices(database: DatabaseContext): (pricer: EventPricer) => void {
  const models = mergeChoices(database);
  const isOtherTable = mergeTable(database);
  if (!isOtherTable && models.size === 0) return () => undefined;
  return (pricer) => repriceAll(database, pricer, isOtherTable ? null : [...models]);
}

/** @returns the models whose price has changed */
function mergeChoices(database: DatabaseContext): Set<string> {
  const changed = all<{ model: string; choice: string; stamp: number }>(
    database,
    `SELECT id AS model, value AS choice, stamp FROM registers LEFT JOIN price_choices ON model = id
     WHERE kind = 'price' AND nullif(value, 'null') IS NOT choice`,
  ).filter(({ choice }) => v.is(v.nullable(priceChoice), JSON.parse(choice)));
  const models = new Set(changed.flatMap(({ model }) => affectedModels(database, model)));
  for (const { model, choice, stamp } of changed)
    run(
      database,
      `INSERT INTO price_choices (model, choice, updated_at) VALUES (?1, nullif(?2, 'null'), ?3)
       ON CONFLICT (model) DO UPDATE SET choice = excluded.choice, updated_at = excluded.updated_at`,
      [model, choice, stamp],
    );
  for (const { model } of changed) for (const each of affectedModels(database, model)) models.add(each);
  return models;
}

function mergeTable(database: DatabaseContext): boolean {
  const decided = value(database, "SELECT value ->> '$' FROM registers WHERE kind = 'price-table'");
  const wanted = typeof decided === 'string' ? decided : null;
  const current = value(database, 'SELECT id FROM price_tables WHERE is_in_force = 1') ?? null;
  if (wanted === current) return false;
  run(
    database,
    `INSERT INTO price_tables (id, content, added_at, updated_at)
     SELECT id, content, added_at, updated_at FROM theirs.price_tables WHERE id = ?1
     ON CONFLICT (id) DO NOTHING`,
    [wanted],
  );
  run(database, 'UPDATE price_tables SET is_in_force = 0 WHERE is_in_force = 1');
  run(database, 'UPDATE price_tables SET is_in_force = 1 WHERE id = ?1', [wanted]);
  return true;
}
