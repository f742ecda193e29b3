import * as v from 'valibot';

/** What a column can be read as. */
export const mappedFields = [
  'occurredAt',
  'inputTokens',
  'cacheReadTokens',
  'cacheWrite5mTokens',
  'cacheWrite1hTokens',
  'outputTokens',
  'reasoningTokens',
  'totalTokens',
  'model',
  'provider',
  'project',
  'eventType',
  'sessionId',
  'id',
] as const;

export type MappedField = (typeof mappedFields)[number];

/**
 * `iso`: `2026-11-15`, `2026-11-15 12:30` or with `T` and a zone (UTC without one). The next three are dates in figures, with
 * `.`, `/` or `-` between them and perhaps a time behind, in UTC. Epochs count from 1970.
 */
const dateFormats = [
  'iso',
  'year-month-day',
  'day-month-year',
  'month-day-year',
  'epoch-seconds',
  'epoch-milliseconds',
] as const;

export type DateFormat = (typeof dateFormats)[number];

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const column = v.pipe(v.string(), v.maxLength(500));
const optionalName = v.optional(name);

const tableMappingSchema = v.object({
  /** Stays the same when the mapping is renamed or changed: it is part of every event's key. */
  id: name,
  /** What the user calls it. */
  name,
  /** The table's column names as they stood when it was mapped: a file with just these is read with this mapping. */
  columns: v.pipe(v.array(column), v.minLength(1), v.maxLength(1000)),
  /** Which column is read as what. */
  fields: v.partial(v.object(v.entriesFromList(mappedFields, column))),
  dateFormat: v.picklist(dateFormats),
  decimalSign: v.picklist(['.', ',']),
  /** `day`: each row is a day's sum in UTC. `moment`: each row is a call, or an hour's sum. */
  granularity: v.picklist(['moment', 'day']),
  /** What the column of input tokens holds besides tokens that never met a cache. */
  inputHolds: v.picklist(['no cache tokens', 'cache reads', 'cache reads and writes']),
  /** Whether reasoning tokens are a part of the column of output tokens or come on top. */
  reasoning: v.picklist(['inside output', 'on top of output']),
  llmMode: v.picklist(['local', 'cloud']),
  /** Said of every row; where a column says it too and is not blank, the column counts. */
  constants: v.object({
    provider: optionalName,
    model: optionalName,
    project: optionalName,
    eventType: optionalName,
  }),
});

/** How a user reads a table that no source knows. Plain data: it is stored as JSON. */
export type TableMapping = v.InferOutput<typeof tableMappingSchema>;

/** The mapping in stored or imported data, or null where it is none. */
export function parseTableMapping(value: unknown): TableMapping | null {
  const result = v.safeParse(tableMappingSchema, value);
  return result.success ? result.output : null;
}
