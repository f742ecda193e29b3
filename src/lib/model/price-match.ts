import type { OwnPrice } from './price-choice';

/**
 * How a model's name led to a table's prices: as it is, without a provider before it, without the date or another suffix
 * behind it, with `-` for `.` or the other way round, or by a pattern that the table itself gives.
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
  /** What holds today for a short request; empty for a free model. */
  perToken: OwnPrice['perToken'];
  /** A long request costs more. */
  hasTiers: boolean;
}
