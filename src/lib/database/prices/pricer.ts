import type { Database } from '@sqlite.org/sqlite-wasm';
import type { PriceChoice } from '../../model/price-choice';
import { builtInTable } from '../../prices/built-in-table';
import { EventPricer, nameOf, type PriceSources } from '../../prices/price-event';
import type { PriceTable } from '../../prices/price-table';
import type { Connection } from '../context';
import { all, value } from '../sql/statements';

/** The pricer of each open database, with the revision of the prices that it was created from. */
const pricers = new WeakMap<Database, { revision: number; pricer: EventPricer }>();

/** Prices events at current prices. The same event always costs the same until prices change. */
export function pricerOf(connection: Connection): EventPricer {
  const revision = Number(value(connection, 'SELECT revision FROM price_state'));
  const known = pricers.get(connection.db);
  if (known?.revision === revision) return known.pricer;
  const pricer = new EventPricer(priceSources(connection));
  pricers.set(connection.db, { revision, pricer });
  return pricer;
}

/** Call if a transaction that changed prices was rolled back, because their revision number will be used again. */
export function forgetPricer(connection: Connection): void {
  pricers.delete(connection.db);
}

export function priceSources(connection: Connection): PriceSources {
  const inForce = all<{ content: string }>(
    connection,
    'SELECT content FROM price_tables WHERE is_in_force = 1',
  ).map(({ content }) => JSON.parse(content) as PriceTable);
  return { tables: [...inForce, builtInTable()], choices: new Map(readChoices(connection)) };
}

/** Identifies the current price tables, to record which ones last priced all history. */
export function nameOfSources({ tables }: PriceSources): string {
  return tables.map(nameOf).join(', ');
}

function readChoices(connection: Connection): [string, PriceChoice][] {
  return all<{ model: string; choice: string }>(
    connection,
    'SELECT model, choice FROM price_choices WHERE choice IS NOT NULL',
  ).map(({ model, choice }) => [model, JSON.parse(choice) as PriceChoice]);
}
