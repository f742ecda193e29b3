import type { OwnPrice } from './price-choice';

/**
 * How a model's name was matched to a table's: exactly, without a provider prefix, without a date or another suffix,
 * with `-` for `.` or vice versa, or by a pattern of the table.
 */
export type NameMatch = 'exact' | 'prefix' | 'date' | 'suffix' | 'dots' | 'pattern';

/** Where a model's price comes from. */
export interface PriceMatch {
  kind: 'table' | 'own' | 'alias' | 'free';
  /** Null for own prices and free models. */
  how: NameMatch | null;
  /** Table, seller and model that the price belongs to; null for own prices and free models. */
  table: string | null;
  provider: string | null;
  model: string | null;
  /** Today's prices for a short request; empty for a free model. */
  perToken: OwnPrice['perToken'];
  /** A long request costs more. */
  hasTiers: boolean;
}
