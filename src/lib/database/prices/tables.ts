import { parsePriceFile } from '../../prices/price-file';
import type { PriceTable } from '../../prices/price-table';
import type { PriceTableSummary } from '../../model/price-table-summary';
import type { Connection } from '../context';
import { notFound } from '../sql/check-argument';
import { run, value } from '../sql/statements';

/**
 * Stores a table from a file without using it yet, so that its effect can be previewed. Of the tables that were never
 * used, only the newest is kept.
 * @throws `BadInput` if the file isn't a price table
 */
export function addPriceTable(
  connection: Connection,
  { id, text, addedAt }: { id: string; text: string; addedAt: number },
): PriceTableSummary {
  const table = parsePriceFile(text, addedAt);
  run(connection, 'DELETE FROM price_tables WHERE is_in_force = 0 AND id <> ?', [id]);
  run(
    connection,
    `INSERT INTO price_tables (id, content, added_at, updated_at) VALUES (?1, ?2, ?3, ?3)
     ON CONFLICT (id) DO NOTHING`,
    [id, JSON.stringify(table), addedAt],
  );
  return summaryOf(id, table);
}

/**
 * Makes a stored table the current one, replacing the previous one; null leaves only the built-in table.
 * @throws `NotFound`
 */
export function applyPriceTable(connection: Connection, id: string | null, appliedAt: number): void {
  if (id !== null) tableOf(connection, id);
  run(
    connection,
    'UPDATE price_tables SET is_in_force = 0, updated_at = ?2 WHERE is_in_force = 1 AND id IS NOT ?1',
    [id, appliedAt],
  );
  run(
    connection,
    'UPDATE price_tables SET is_in_force = 1, updated_at = ?2 WHERE id = ?1 AND is_in_force = 0',
    [id, appliedAt],
  );
}

/** @throws `NotFound` */
export function tableOf(connection: Connection, id: string): PriceTable {
  const content = value(connection, 'SELECT content FROM price_tables WHERE id = ?', [id]);
  if (typeof content !== 'string') throw notFound('price-table');
  return JSON.parse(content) as PriceTable;
}

/** Null if only the built-in table is used. */
export function tableInForce(connection: Connection): PriceTableSummary | null {
  const id = value(connection, 'SELECT id FROM price_tables WHERE is_in_force = 1');
  return typeof id === 'string' ? summaryOf(id, tableOf(connection, id)) : null;
}

export function summaryOf(id: string, { name, version, date, providers }: PriceTable): PriceTableSummary {
  const models = providers.reduce((count, each) => count + each.models.length, 0);
  return { id, name, version, date, providers: providers.length, models };
}
