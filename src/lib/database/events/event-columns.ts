import type { EventCost } from '../../model/event-cost';
import { totalTokensOf } from '../../model/tokens';
import type { SourceUsageEvent } from '../../model/usage-event';

/** What the database finds for an event: it may change while the record stays the same. */
export interface FoundForEvent extends EventCost {
  projectId: string;
  /** Civil, in the reporting time zone; of a daily bucket as its export printed it. */
  date: string;
  /** 0 to 23, as `date`; null for a daily bucket. */
  hour: number | null;
}

export type EventValue = string | number | null;
/** An event's values in the order of `eventColumns`. */
export type EventRow = EventValue[];

interface Column {
  of: (event: SourceUsageEvent, found: FoundForEvent) => EventValue;
  /** Its sum stands in every rollup of tokens. */
  isSummed?: true;
  /** Found or computed anew when a superseded record comes back, so that it need not be kept. */
  isFoundAnew?: true;
}

/**
 * The columns of `usage_events` that describe an event. Everything that lists columns is derived from here: a new one is
 * one line here and one migration.
 */
const columns = {
  dedupe_key: { of: (event) => event.dedupeKey },
  project_id: { of: (_event, found) => found.projectId, isFoundAnew: true },
  event_type: { of: (event) => event.eventType },
  llm_mode: { of: (event) => event.llmMode },
  session_id: { of: (event) => event.sessionId },
  provider: { of: (event) => event.provider },
  model: { of: (event) => event.model },
  path: { of: (event) => event.path },
  position: { of: (event) => event.position },
  input_tokens: { of: (event) => event.inputTokens, isSummed: true },
  cache_read_tokens: { of: (event) => event.cacheReadTokens, isSummed: true },
  cache_write_5m_tokens: { of: (event) => event.cacheWrite5mTokens, isSummed: true },
  cache_write_1h_tokens: { of: (event) => event.cacheWrite1hTokens, isSummed: true },
  output_tokens: { of: (event) => event.outputTokens, isSummed: true },
  reasoning_tokens: { of: (event) => event.reasoningTokens, isSummed: true },
  prompt_tokens: {
    of: (event) => totalTokensOf(event) - event.outputTokens,
    isSummed: true,
    isFoundAnew: true,
  },
  completion_tokens: { of: (event) => event.outputTokens, isSummed: true, isFoundAnew: true },
  total_tokens: { of: totalTokensOf, isSummed: true },
  occurred_at: { of: (event) => event.occurredAt },
  date: { of: (_event, found) => found.date, isFoundAnew: true },
  hour: { of: (_event, found) => found.hour, isFoundAnew: true },
  granularity: { of: (event) => event.granularity },
  is_output_final: { of: (event) => (event.isOutputFinal ? 1 : 0) },
  precedence: { of: (event) => event.precedence ?? 0 },
  recorded_cost_nano_usd: { of: (event) => event.recordedCostNanoUsd ?? null },
  cost_nano_usd: { of: (_event, found) => found.costNanoUsd, isSummed: true, isFoundAnew: true },
  cost_basis: { of: (_event, found) => found.costBasis, isFoundAnew: true },
  price_rule: { of: (_event, found) => found.priceRule, isFoundAnew: true },
  service_tier: { of: (event) => event.serviceTier ?? null },
  count_quality: { of: (event) => event.countQuality ?? 'call' },
} as const satisfies Record<string, Column>;

export type EventColumn = keyof typeof columns;

const declared = Object.entries<Column>(columns) as [EventColumn, Column][];

/** In the order of an `EventRow`. */
export const eventColumns = declared.map(([name]) => name);

/** What is kept of a record that another one replaced. */
export const supersededColumns = [
  ...declared.filter(([, column]) => column.isFoundAnew !== true).map(([name]) => name),
  ...(['source', 'import_id', 'created_at'] as const),
];

/** What rollups add up, and how each sum follows from the events. */
export const rollupSums: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    declared.filter(([, column]) => column.isSummed).map(([name]) => [name, `coalesce(sum(${name}), 0)`]),
  ),
  event_count: 'count(*)',
  output_not_final_count: 'sum(1 - is_output_final)',
  unpriced_tokens: 'sum(iif(cost_nano_usd IS NULL, total_tokens, 0))',
  inexact_count: "sum(count_quality <> 'call')",
};

export const rollupColumns = Object.keys(rollupSums);

/** `sum(…) AS …` over rows of rollups; zeros where there is no row. */
export const sumsOfRollups = rollupColumns
  .map((column) => `coalesce(sum(${column}), 0) AS ${column}`)
  .join(', ');

/** Where a column's value stands in an `EventRow`. */
export function positionOf(column: EventColumn): number {
  return eventColumns.indexOf(column);
}

export function valueIn(row: EventRow, column: EventColumn): EventValue {
  return row[positionOf(column)] ?? null;
}

export function eventRow(event: SourceUsageEvent, found: FoundForEvent): EventRow {
  return declared.map(([, column]) => column.of(event, found));
}
