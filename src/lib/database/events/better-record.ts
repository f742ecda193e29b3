/**
 * Which of two records of the same call counts, in SQL: the order documented at `SourceUsageEvent` and implemented in
 * `sources/reading/better-record.ts`. A property test compares the two.
 */

const sessionOf = (row: string) =>
  `coalesce((SELECT session_id FROM event_sessions WHERE id = ${row}.session), '')`;

const priceClassOf = (row: string) =>
  `coalesce((SELECT service_tier FROM event_kinds WHERE id = ${row}.kind), '')`;

/** A condition on two row aliases with `rankingColumns`; false if they are equal. */
export function isBetter(one: string, other: string): string {
  // The smaller session is better, so these two are swapped.
  return `(${one}.precedence, ${one}.total_tokens, ${one}.occurred_at, ${one}.position, ${sessionOf(other)}, ${priceClassOf(one)})
    > (${other}.precedence, ${other}.total_tokens, ${other}.occurred_at, ${other}.position, ${sessionOf(one)}, ${priceClassOf(other)})`;
}

/** Terms of ORDER BY. */
export function bestFirst(alias: string): string {
  return `${alias}.precedence DESC, ${alias}.total_tokens DESC, ${alias}.occurred_at DESC, ${alias}.position DESC,
    ${sessionOf(alias)}, ${priceClassOf(alias)} DESC`;
}

/** The columns that `isBetter` and `bestFirst` read; `session` and `kind` are ids of `event_sessions` and `event_kinds`. */
export const rankingColumns = [
  'precedence',
  'total_tokens',
  'occurred_at',
  'position',
  'session',
  'kind',
] as const;
