import type { ModelPrice, PriceOverview } from '../../model/price-overview';
import type { RepriceOffer } from '../../model/reprice';
import { teamOf } from '../../model/team';
import { builtInTable } from '../../prices/built-in-table';
import type { Connection, DatabaseContext } from '../context';
import { all, run, value } from '../sql/statements';
import { nameOfSources, pricerOf } from './pricer';
import { summaryOf, tableInForce } from './tables';

const models = `SELECT nullif(provider, '') AS provider, nullif(model, '') AS model, sum(event_count) AS event_count,
    sum(total_tokens) AS total_tokens, sum(unpriced_tokens) AS unpriced_tokens, sum(cost_nano_usd) AS cost_nano_usd,
    sum(inexact_count) AS inexact_count, min(llm_mode) = 'local' AS is_local
  FROM usage_monthly_breakdown GROUP BY 1, 2 ORDER BY sum(unpriced_tokens) DESC, sum(total_tokens) DESC, 1, 2`;

/** The current price tables, and every model with usage. */
export function getPriceOverview(database: DatabaseContext): PriceOverview {
  const pricer = pricerOf(database);
  const now = database.now();
  const rows = all<Omit<ModelPrice, 'match' | 'choice'>>(database, models);
  return {
    builtIn: summaryOf('', builtInTable()),
    brought: tableInForce(database),
    models: rows.map((row) => ({
      ...row,
      match: row.model === null ? null : pricer.matchOf(row.provider, row.model, now),
      choice: (row.model === null ? null : pricer.sources.choices.get(row.model)) ?? null,
    })),
  };
}

const unpriced = `SELECT nullif(provider, '') AS provider, model, sum(unpriced_tokens) AS tokens
  FROM usage_monthly_breakdown WHERE unpriced_tokens > 0 AND model <> '' GROUP BY 1, 2`;

/**
 * Tokens that were stored before their price was known. Null if there are none, if the current tables have priced all
 * history, or if the user declined; and in a team's database, whose costs are those that members know.
 */
export function getRepriceOffer(database: DatabaseContext): RepriceOffer | null {
  if (teamOf(database.name) !== undefined) return null;
  const pricer = pricerOf(database);
  const pricedBy = nameOfSources(pricer.sources);
  if (value(database, 'SELECT priced_by FROM price_state') === pricedBy) return null;
  const tokens = all<{ provider: string | null; model: string; tokens: number }>(database, unpriced)
    .filter(({ provider, model }) => pricer.matchOf(provider, model, database.now()) !== null)
    .reduce((sum, each) => sum + each.tokens, 0);
  return tokens === 0 ? null : { tokens, pricedBy };
}

/** Stops the offer until there is another table. */
export function declineReprice(connection: Connection, pricedBy: string): void {
  run(connection, 'UPDATE price_state SET priced_by = ?', [pricedBy]);
}
