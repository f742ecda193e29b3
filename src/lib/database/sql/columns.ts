/** Column lists that several statements share, in one order. */
const counterColumns = [
  'input_tokens',
  'cache_read_tokens',
  'cache_write_5m_tokens',
  'cache_write_1h_tokens',
  'output_tokens',
  'reasoning_tokens',
] as const;

/** What the rollups add up besides the number of events. */
export const tokenColumns = [
  ...counterColumns,
  'prompt_tokens',
  'completion_tokens',
  'total_tokens',
] as const;

export const rollupColumns = [...tokenColumns, 'event_count', 'output_not_final_count'] as const;

/** `sum(…) AS …` of all columns of a rollup; zeros where there is no row. */
export function sums(columns: readonly string[]): string {
  return columns.map((column) => `coalesce(sum(${column}), 0) AS ${column}`).join(', ');
}
