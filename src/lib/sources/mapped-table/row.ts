import type { MappedField, TableMapping } from '../../model/table-mapping';
import type { TokenCounters } from '../../model/tokens';
import type { SourceUsageEvent } from '../../model/usage-event';
import { callOf, cacheOverInput, foreignPath, keyOf, reasoningOverOutput } from '../reading/call';
import { readCount } from '../reading/fields';
import { asText, isProblem, type FieldProblem } from '../reading/json-fields';
import { readMappedTime } from './values';

export const mappedTableId = 'mapped-table';

const dayLength = 24 * 60 * 60 * 1000;

/** Why a row cannot be used, and whose cell is the reason (null: the cells together). */
export interface RowProblem extends FieldProblem {
  field: MappedField | null;
}

/** The trimmed cell of a field; blank where the mapping has no column for it. */
export type CellOf = (field: MappedField) => string;

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

/** One row read through a mapping; null where it holds no tokens. */
export function readMappedRow(
  cell: CellOf,
  mapping: TableMapping,
  position: number,
  now: number,
): SourceUsageEvent | RowProblem | null {
  const counts = readCounts(cell, mapping);
  if (isProblem(counts)) return counts;
  const when = readMappedTime(cell('occurredAt'), mapping.dateFormat, now);
  if (isProblem(when)) return { ...when, field: 'occurredAt' };
  const tokens = toTokens(counts, mapping, cell('totalTokens') !== '');
  if (isProblem(tokens)) return tokens;

  const isDay = mapping.granularity === 'day' || when.isDay;
  const occurredAt = isDay ? when.time - (when.time % dayLength) : when.time;
  const { constants } = mapping;
  const project = asText(cell('project')) ?? constants.project ?? null;
  const names = {
    provider: asText(cell('provider')) ?? constants.provider ?? null,
    model: asText(cell('model')) ?? constants.model ?? null,
    eventType: asText(cell('eventType')) ?? constants.eventType ?? 'chat',
    sessionId: asText(cell('sessionId')),
  };
  const id = asText(cell('id'));
  // A day's sum may grow and keeps its name; a call without an id is named by all that is known of it.
  const unnamed = [occurredAt, project, ...Object.values(names), ...(isDay ? [] : Object.values(counts))];
  return callOf({
    ...tokens,
    ...names,
    dedupeKey:
      id === null ? keyOf(mappedTableId, mapping.id, ...unnamed) : keyOf(mappedTableId, mapping.id, 'id', id),
    occurredAt,
    granularity: isDay ? 'day' : 'moment',
    path: foreignPath(mappedTableId, project),
    llmMode: mapping.llmMode,
    position,
  });
}

function readCounts(cell: CellOf, mapping: TableMapping): Counts | RowProblem {
  const counts = {} as Counts;
  for (const field of counterFields) {
    const count = readCount(cell(field), mapping.decimalSign);
    if (count !== null && typeof count === 'object') return { ...count, field };
    counts[field] = count ?? 0;
  }
  return counts;
}

function toTokens(counts: Counts, mapping: TableMapping, hasTotal: boolean): TokenCounters | RowProblem {
  const { totalTokens, ...tokens } = counts;
  const writes = tokens.cacheWrite5mTokens + tokens.cacheWrite1hTokens;
  if (mapping.inputHolds !== 'no cache tokens') tokens.inputTokens -= tokens.cacheReadTokens;
  if (mapping.inputHolds === 'cache reads and writes') tokens.inputTokens -= writes;
  if (tokens.inputTokens < 0) return { problem: cacheOverInput, field: 'inputTokens' };
  if (mapping.reasoning === 'on top of output') tokens.outputTokens += tokens.reasoningTokens;
  if (tokens.reasoningTokens > tokens.outputTokens) {
    return { problem: reasoningOverOutput, field: 'reasoningTokens' };
  }
  const sum = tokens.inputTokens + tokens.cacheReadTokens + writes + tokens.outputTokens;
  if (hasTotal && totalTokens !== sum) {
    return { problem: 'The counts do not add up to the total of the row.', field: 'totalTokens' };
  }
  return tokens;
}
