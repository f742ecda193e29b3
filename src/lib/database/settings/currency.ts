import type { DisplayCurrency, ExchangeRate } from '../../model/display-currency';
import type { Month } from '../../model/months';
import type { Connection } from '../context';
import { all } from '../sql/statements';
import { readSetting, writeSetting } from './settings';

const chosen = 'displayCurrency';
const rateOf = (code: string, month: string) => `exchangeRate:${code}:${month}`;

/** Null if costs are shown in dollars, which is the default. */
export function getDisplayCurrency(connection: Connection): DisplayCurrency | null {
  const code = readSetting(connection, chosen) as string | null;
  if (code === null) return null;
  // All keys of this currency: months have seven characters.
  const rates = all<ExchangeRate>(
    connection,
    `SELECT substr(key, -7) AS month, CAST(value AS INTEGER) AS per_usd FROM settings
     WHERE key > ?1 AND key < ?1 || 'a' AND value <> 'null' ORDER BY key`,
    [rateOf(code, '')],
  );
  return { code, rates };
}

/** Keeps the rates of other currencies in case they are chosen again. */
export function saveDisplayCurrency(connection: Connection, code: string | null, savedAt: number): void {
  writeSetting(connection, chosen, code === 'USD' ? null : code, savedAt);
}

/** Null removes the rate of this month. */
export function saveExchangeRate(
  connection: Connection,
  code: string,
  month: Month,
  perUsd: number | null,
  savedAt: number,
): void {
  writeSetting(connection, rateOf(code, month), perUsd, savedAt);
}
