import { counterNames } from '../../model/tokens';
import type { EventCost } from '../../model/event-cost';
import type { EventKind } from '../../model/packed-events';
import type { CallRecord } from '../../model/usage-event';
import type { Dimensions } from './dimensions';
import type { EventKey } from './event-key';
import type { BoundValue } from '../sql/bound-statement';

/** What the database derives for an event; it can change while the record stays the same. */
export interface FoundForEvent extends EventCost {
  projectId: string;
  /** Civil, in the reporting time zone; for a daily bucket, the date in its export. */
  date: string;
  /** 0 to 23, in the zone of `date`; null for a daily bucket. */
  hour: number | null;
}

/** An event on its way into `event_rows`. */
export interface EventRow {
  key: EventKey;
  /** The family of its key (model/families.ts); null if its source has none. */
  family: string | null;
  event: CallRecord;
  found: FoundForEvent;
  /** The kind of `event` as an object that many events share, if there is one. */
  kind?: EventKind | undefined;
}

/** Where stored events come from. */
export interface Origin {
  source: string;
  /** Null for manual events. */
  importId: string | null;
  /** UTC milliseconds. */
  createdAt: number;
}

interface Column {
  of: (row: EventRow, ids: Dimensions, origin: Origin) => BoundValue;
  /** Recomputed when a superseded record is restored, so it isn't kept with it. */
  isRecomputed?: true;
}

/**
 * The columns of `event_rows` that describe an event; texts that many events share are ids from `Dimensions`. All lists
 * of columns derive from this one: a new column is one line here, one in the views, and one migration.
 */
const columns = {
  key: { of: ({ key }) => key },
  project: { of: ({ found }, ids) => ids.project(found.projectId), isRecomputed: true },
  day: { of: ({ found }, ids) => ids.day(found.date), isRecomputed: true },
  hour: { of: ({ found }) => found.hour, isRecomputed: true },
  occurred_at: { of: ({ event }) => event.occurredAt },
  kind: { of: ({ event, kind }, ids, { source }) => ids.kind(source, event, kind) },
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
  cost_nano_usd: { of: ({ found }) => found.costNanoUsd, isRecomputed: true },
  price: { of: ({ found }, ids) => ids.price(found), isRecomputed: true },
} as const satisfies Record<string, Column>;

const declared = Object.entries<Column>(columns);

/** In the order of `rowValues`. */
export const describingColumns = declared.map(([name]) => name);

/** All columns of `event_rows` and `deleted_event_rows` except the row id. */
export const storedColumns = [...describingColumns, 'created_at', 'updated_after'];

/** The columns kept for a superseded record. */
export const supersededColumns = [
  ...declared.filter(([, column]) => column.isRecomputed !== true).map(([name]) => name),
  'created_at',
];

const getters = declared.map(([, column]) => column.of);

export function rowValues(row: EventRow, ids: Dimensions, origin: Origin): BoundValue[] {
  const values: BoundValue[] = [];
  for (const get of getters) values.push(get(row, ids, origin));
  return values;
}

export const counterColumns = counterNames.map(columnOf);
const summed = [...counterColumns, 'prompt_tokens', 'completion_tokens', 'total_tokens'];

/** Sums in rollups over columns of the events themselves. */
export const eventSums: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...summed, 'cost_nano_usd'].map((name) => [name, `coalesce(sum(${name}), 0)`])),
  event_count: 'count(*)',
  unpriced_tokens: 'sum(iif(cost_nano_usd IS NULL, total_tokens, 0))',
};

/** Sums in rollups that count events of some kinds, each with the condition on the columns of `event_kinds`. */
export const kindCounts: Readonly<Record<string, string>> = {
  output_not_final_count: 'is_output_final = 0',
  inexact_count: "count_quality <> 'call'",
};

/** The sums in rollups, each with its expression over `usage_events`. */
export const rollupSums: Readonly<Record<string, string>> = {
  ...eventSums,
  ...Object.fromEntries(Object.entries(kindCounts).map(([name, condition]) => [name, `sum(${condition})`])),
};

export const rollupColumns = Object.keys(rollupSums);

/** `sum(…) AS …` over rollup rows; 0 if there are none. */
export const sumsOfRollups = rollupColumns
  .map((column) => `coalesce(sum(${column}), 0) AS ${column}`)
  .join(', ');

/** camelCase to snake_case; `sql/rows.ts` does the reverse. */
function columnOf(name: string): string {
  return name.replaceAll(/[A-Z]|(?<=[a-z])\d/g, (match) => `_${match.toLowerCase()}`);
}
