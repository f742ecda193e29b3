import { civilHour } from '../../model/civil-date';
import type { SourceUsageEvent } from '../../model/usage-event';
import type { Beginnings } from './sessions';
import type { ProjectFinder } from '../projects/project-paths';

/** One event as `store-events.ts` hands it to SQLite, in this order. Arrays of values are half as long as objects. */
export const eventColumns = [
  'dedupe_key',
  'project_id',
  'event_type',
  'llm_mode',
  'session_id',
  'provider',
  'model',
  'path',
  'position',
  'input_tokens',
  'cache_read_tokens',
  'cache_write_5m_tokens',
  'cache_write_1h_tokens',
  'output_tokens',
  'reasoning_tokens',
  'prompt_tokens',
  'completion_tokens',
  'total_tokens',
  'occurred_at',
  'date',
  'granularity',
  'is_output_final',
  'precedence',
  'hour',
] as const;

/** What is kept of a record that another one replaced: the project, the date and the hour are found anew. */
export const supersededColumns = [
  ...eventColumns.filter((each) => !/^(project_id|date|hour|prompt_tokens|completion_tokens)$/.test(each)),
  'source',
  'import_id',
  'created_at',
];

export type EventRow = (string | number | null)[];

export interface RowContext {
  source: string;
  timeZone: string;
  projects: ProjectFinder;
  beginnings: Beginnings;
}

export function eventRow(event: SourceUsageEvent, context: RowContext): EventRow {
  const { sessionId } = event;
  const beganIn = sessionId === null ? null : (context.beginnings.get(sessionId)?.beganIn ?? null);
  const promptTokens =
    event.inputTokens + event.cacheReadTokens + event.cacheWrite5mTokens + event.cacheWrite1hTokens;
  // A provider's daily bucket is cut in UTC and cannot be cut again: it keeps the day that was printed, and has no hour.
  const isDay = event.granularity === 'day';
  const { date, hour } = civilHour(event.occurredAt, isDay ? 'UTC' : context.timeZone);
  return [
    event.dedupeKey,
    context.projects.find(event.path, beganIn, context.source),
    event.eventType,
    event.llmMode,
    sessionId,
    event.provider,
    event.model,
    event.path,
    event.position,
    event.inputTokens,
    event.cacheReadTokens,
    event.cacheWrite5mTokens,
    event.cacheWrite1hTokens,
    event.outputTokens,
    event.reasoningTokens,
    promptTokens,
    event.outputTokens,
    promptTokens + event.outputTokens,
    event.occurredAt,
    date,
    event.granularity,
    event.isOutputFinal ? 1 : 0,
    event.precedence ?? 0,
    isDay ? null : hour,
  ];
}
