import { counterNames } from '../../model/tokens';
import type { EventCost } from '../../model/event-cost';
import type { SourceUsageEvent } from '../../model/usage-event';
import type { Dimensions } from './dimensions';
import type { EventKey } from './event-key';
import type { BoundValue } from '../sql/bound-statement';

/** What the database finds for an event: it may change while the record stays the same. */
export interface FoundForEvent extends EventCost {
  projectId: string;
  /** Civil, in the reporting time zone; of a daily bucket as its export printed it. */
  date: string;
  /** 0 to 23, as `date`; null for a daily bucket. */
  hour: number | null;
}

/** A record of a call; its key stands beside it. */
export type CallRecord = Omit<SourceUsageEvent, 'dedupeKey'>;

/** An event on its way into `event_rows`. */
export interface EventRow {
  key: EventKey;
  /** The family that its key belongs to (model/families.ts); null where its source knows none. */
  family: string | null;
  event: CallRecord;
  found: FoundForEvent;
}

/** Who stores events. */
export interface Origin {
  source: string;
  /** Null for events that were recorded by hand. */
  importId: string | null;
  /** UTC milliseconds. */
  createdAt: number;
}

interface Column {
  of: (row: EventRow, ids: Dimensions, origin: Origin) => BoundValue;
  /** Found or recomputed when a superseded record comes back, so that it need not be kept. */
  isFoundAnew?: true;
}

/**
 * The columns of `event_rows` that describe an event; texts that many events share are numbers of `Dimensions`. Everything
 * that lists columns is derived from here: a new one is one line here, one in the views, and one migration.
 */
const columns = {
  key: { of: ({ key }) => key },
  project: { of: ({ found }, ids) => ids.project(found.projectId), isFoundAnew: true },
  day: { of: ({ found }, ids) => ids.day(found.date), isFoundAnew: true },
  hour: { of: ({ found }) => found.hour, isFoundAnew: true },
  occurred_at: { of: ({ event }) => event.occurredAt },
  kind: { of: ({ event }, ids, { source }) => ids.kind(source, event) },
  session: { of: ({ event, family }, ids, { source }) => ids.session(source, event.sessionId, family) },
  path: { of: ({ event }, ids) => ids.path(event.path) },
  import: { of: (_row, ids, { importId }) => ids.import(importId) },
  position: { of: ({ event }) => event.position },
  precedence: { of: ({ event }) => event.precedence ?? 0 },
  input_tokens: { of: ({ event }) => event.inputTokens },
  cache_read_tokens: { of: ({ event }) => event.cacheReadTokens },
  cache_write_5m_tokens: { of: ({ event }) => event.cacheWrite5mTokens },
  cache_write_1h_tokens: { of: ({ event }) => event.cacheWrite1hTokens },
  output_tokens: { of: ({ event }) => event.outputTokens },
  reasoning_tokens: { of: ({ event }) => event.reasoningTokens },
  recorded_cost_nano_usd: { of: ({ event }) => event.recordedCostNanoUsd ?? null },
  cost_nano_usd: { of: ({ found }) => found.costNanoUsd, isFoundAnew: true },
  price: { of: ({ found }, ids) => ids.price(found), isFoundAnew: true },
} as const satisfies Record<string, Column>;

const declared = Object.entries<Column>(columns);

/** In the order of `rowValues`. */
export const describingColumns = declared.map(([name]) => name);

/** All that `event_rows` and `deleted_event_rows` store, but for the row's own number. */
export const storedColumns = [...describingColumns, 'created_at', 'updated_after'];

/** What is kept of a record that another one replaced. */
export const supersededColumns = [
  ...declared.filter(([, column]) => column.isFoundAnew !== true).map(([name]) => name),
  'created_at',
];

export function rowValues(row: EventRow, ids: Dimensions, origin: Origin): BoundValue[] {
  return declared.map(([, column]) => column.of(row, ids, origin));
}

export const counterColumns = counterNames.map(columnOf);
const summed = [...counterColumns, 'prompt_tokens', 'completion_tokens', 'total_tokens'];

/** What rollups add up, and how each sum follows from the rows of `usage_events`. */
export const rollupSums: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...summed, 'cost_nano_usd'].map((name) => [name, `coalesce(sum(${name}), 0)`])),
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

/** camelCase to snake_case, as `sql/rows.ts` reads it back. */
function columnOf(name: string): string {
  return name.replaceAll(/[A-Z]|(?<=[a-z])\d/g, (match) => `_${match.toLowerCase()}`);
}
