/**
 * Which of two records of the same call counts, as SQL: the order that `SourceUsageEvent` describes and
 * `sources/reading/better-record.ts` computes. A property test holds the two equal.
 */

/** A condition over two aliases of rows with the columns of an event. Equal in all is not better. */
export function isBetter(one: string, other: string): string {
  // The smaller session is the better one, so that those stand the other way round.
  return `(${one}.precedence, ${one}.total_tokens, ${one}.occurred_at, ${one}.position, coalesce(${other}.session_id, ''))
    > (${other}.precedence, ${other}.total_tokens, ${other}.occurred_at, ${other}.position, coalesce(${one}.session_id, ''))`;
}

/** Terms of ORDER BY. */
export function bestFirst(alias: string): string {
  return `${alias}.precedence DESC, ${alias}.total_tokens DESC, ${alias}.occurred_at DESC, ${alias}.position DESC,
    coalesce(${alias}.session_id, '')`;
}

/** The columns that `isBetter` and `bestFirst` read. */
export const rankingColumns = [
  'precedence',
  'total_tokens',
  'occurred_at',
  'position',
  'session_id',
] as const;
