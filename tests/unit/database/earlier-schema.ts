import type { Database, SqlValue } from '@sqlite.org/sqlite-wasm';
import { withTotals } from '../../../src/lib/model/tokens';
import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';

/** An event as versions 3 to 12 stored it: a row of texts. */
export interface EarlierEvent extends SourceUsageEvent {
  projectId: string;
  source: string;
  importId: string | null;
  /** By default the day and hour in UTC. */
  date?: string;
  hour?: number | null;
  costNanoUsd?: number | null;
  costBasis?: string;
  priceRule?: string | null;
}

type Row = Record<string, SqlValue>;

function rowOf(event: EarlierEvent): Row {
  const totals = withTotals(event);
  const time = new Date(event.occurredAt);
  return {
    dedupe_key: event.dedupeKey,
    project_id: event.projectId,
    event_type: event.eventType,
    llm_mode: event.llmMode,
    source: event.source,
    session_id: event.sessionId,
    provider: event.provider,
    model: event.model,
    path: event.path,
    position: event.position,
    input_tokens: totals.inputTokens,
    cache_read_tokens: totals.cacheReadTokens,
    cache_write_5m_tokens: totals.cacheWrite5mTokens,
    cache_write_1h_tokens: totals.cacheWrite1hTokens,
    output_tokens: totals.outputTokens,
    reasoning_tokens: totals.reasoningTokens,
    prompt_tokens: totals.promptTokens,
    completion_tokens: totals.completionTokens,
    total_tokens: totals.totalTokens,
    occurred_at: event.occurredAt,
    date: event.date ?? time.toISOString().slice(0, 10),
    granularity: event.granularity,
    is_output_final: event.isOutputFinal ? 1 : 0,
    import_id: event.importId,
    created_at: 1,
    updated_at: 3,
    precedence: event.precedence ?? 0,
    hour: event.granularity === 'day' ? null : (event.hour ?? time.getUTCHours()),
    recorded_cost_nano_usd: event.recordedCostNanoUsd ?? null,
    cost_nano_usd: event.costNanoUsd ?? null,
    cost_basis: event.costBasis ?? 'unpriced',
    price_rule: event.priceRule ?? null,
    service_tier: event.serviceTier ?? null,
    count_quality: event.countQuality ?? 'call',
  };
}

/** Columns that the table has not got yet are left out. */
function insert(db: Database, table: string, row: Row): void {
  const known = new Set(db.selectValues(`SELECT name FROM pragma_table_info('${table}')`));
  const names = Object.keys(row).filter((name) => known.has(name));
  db.exec({
    sql: `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    bind: names.map((name) => row[name] ?? null),
  });
}

/** As usage. */
export function insertEarlier(db: Database, ...events: EarlierEvent[]): void {
  for (const event of events) insert(db, 'usage_events', rowOf(event));
}

/** As a record that a better one of another import replaced. */
export function insertEarlierSuperseded(db: Database, ...events: EarlierEvent[]): void {
  for (const event of events) insert(db, 'superseded_usage_events', rowOf(event));
}

/** As an event of a deleted project: JSON of its whole row. */
export function insertEarlierDeleted(db: Database, ...events: EarlierEvent[]): void {
  const known = new Set(db.selectValues("SELECT name FROM pragma_table_info('usage_events')"));
  for (const event of events) {
    const row = rowOf(event);
    const json = JSON.stringify(Object.fromEntries(Object.entries(row).filter(([name]) => known.has(name))));
    insert(db, 'deleted_usage_events', { ...row, event: json });
  }
}
