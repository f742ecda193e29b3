import type { MappedField, TableReading } from '../../model/table-mapping';
import type { TokenCounters } from '../../model/tokens';
import { cacheOverInput, reasoningOverOutput } from '../reading/call';
import { readCount } from '../reading/fields';
import { asText, isProblem, type FieldProblem } from '../reading/json-fields';
import { readMappedTime } from './values';

const dayLength = 24 * 60 * 60 * 1000;

/** One row of a table, unchanged. */
export interface TableRow {
  /** The names of all its columns. */
  columns: readonly string[];
  /** The columns whose texts may distinguish it from another row. */
  labels: readonly string[];
  /** The trimmed cell of a column; blank if the row has none. */
  cell(column: string): string;
}

/** Why a row can't be used, and the field whose cell is the reason (null: several cells together). */
export interface RowProblem extends FieldProblem {
  field: MappedField | null;
}

/** The usage that a mapping reads from a row. */
export interface RowUsage {
  tokens: TokenCounters;
  /** UTC milliseconds; midnight for a day. */
  occurredAt: number;
  isDay: boolean;
  project: string | null;
  provider: string | null;
  model: string | null;
  eventType: string;
  sessionId: string | null;
  /** The row's own id. */
  id: string | null;
}

const counterFields = [
  'inputTokens',
  'cacheReadTokens',
  'cacheWrite5mTokens',
  'cacheWrite1hTokens',
  'outputTokens',
  'reasoningTokens',
  'totalTokens',
] as const satisfies readonly MappedField[];

type Counts = Record<(typeof counterFields)[number], number>;

/** Reads one row; null if it contains no tokens. */
export function readRow(row: TableRow, reading: TableReading, now: number): RowUsage | RowProblem | null {
  const cell = (field: MappedField): string => {
    const column = reading.fields[field];
    return column === undefined ? '' : row.cell(column.trim());
  };
  const counts = readCounts(cell, reading);
  if (isProblem(counts)) return counts;
  const when = readMappedTime(cell('occurredAt'), reading.dateFormat, now);
  if (isProblem(when)) return { ...when, field: 'occurredAt' };
  const tokens = toTokens(counts, reading, cell('totalTokens') !== '');
  if (isProblem(tokens)) return tokens;
  if (promptOf(tokens) + tokens.outputTokens === 0) return null;

  const isDay = reading.rows === 'day' || when.isDay;
  const { constants } = reading;
  return {
    tokens,
    occurredAt: isDay ? when.time - (when.time % dayLength) : when.time,
    isDay,
    project: asText(cell('project')) ?? constants.project ?? null,
    provider: asText(cell('provider')) ?? constants.provider ?? null,
    model: asText(cell('model')) ?? constants.model ?? null,
    eventType: eventTypeOf(cell('eventType')) ?? constants.eventType ?? 'chat',
    sessionId: asText(cell('sessionId')),
    id: asText(cell('id')),
  };
}

function readCounts(cell: (field: MappedField) => string, reading: TableReading): Counts | RowProblem {
  const counts = {} as Counts;
  for (const field of counterFields) {
    const count = readCount(cell(field), reading.decimalSign);
    if (count !== null && typeof count === 'object') return { ...count, field };
    counts[field] = count ?? 0;
  }
  return counts;
}

function toTokens(counts: Counts, reading: TableReading, hasTotal: boolean): TokenCounters | RowProblem {
  const { totalTokens, ...tokens } = counts;
  const writes = tokens.cacheWrite5mTokens + tokens.cacheWrite1hTokens;
  if (reading.inputHolds !== 'no cache tokens') tokens.inputTokens -= tokens.cacheReadTokens;
  if (reading.inputHolds === 'cache reads and writes') tokens.inputTokens -= writes;
  if (tokens.inputTokens < 0) return { problem: cacheOverInput, field: 'inputTokens' };
  if (reading.reasoning === 'on top of output') tokens.outputTokens += tokens.reasoningTokens;
  if (tokens.reasoningTokens > tokens.outputTokens) {
    return { problem: reasoningOverOutput, field: 'reasoningTokens' };
  }
  if (hasTotal && totalTokens !== promptOf(tokens) + tokens.outputTokens) {
    return { problem: 'row-total-differs', field: 'totalTokens' };
  }
  return tokens;
}

function promptOf(tokens: TokenCounters): number {
  return tokens.inputTokens + tokens.cacheReadTokens + tokens.cacheWrite5mTokens + tokens.cacheWrite1hTokens;
}

/** The maximum length of an event type. */
function eventTypeOf(text: string): string | null {
  return Array.from(text).length > 200 ? null : asText(text);
}
