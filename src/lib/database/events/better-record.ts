/**
 * Which of two records of the same call counts, as SQL: the order that `SourceUsageEvent` describes and
 * `sources/reading/better-record.ts` computes. A property test holds the two equal.
 */

const sessionOf = (row: string) =>
  `coalesce((SELECT session_id FROM event_sessions WHERE id = ${row}.session), '')`;

/** A condition over two aliases of rows with `rankingColumns`. Equal in all is not better. */
export function isBetter(one: string, other: string): string {
  // The smaller session is the better one, so that those stand the other way round.
  return `(${one}.precedence, ${one}.total_tokens, ${one}.occurred_at, ${one}.position, ${sessionOf(other)})
    > (${other}.precedence, ${other}.total_tokens, ${other}.occurred_at, ${other}.position, ${sessionOf(one)})`;
}

/** Terms of ORDER BY. */
export function bestFirst(alias: string): string {
  return `${alias}.precedence DESC, ${alias}.total_tokens DESC, ${alias}.occurred_at DESC, ${alias}.position DESC,
    ${sessionOf(alias)}`;
}

/** The columns that `isBetter` and `bestFirst` read; `session` is a number of `event_sessions`. */
export const rankingColumns = ['precedence', 'total_tokens', 'occurred_at', 'position', 'session'] as const;
