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
export const dateFormats = [
  'iso',
  'year-month-day',
  'day-month-year',
  'month-day-year',
  'epoch-seconds',
  'epoch-milliseconds',
] as const;

export type DateFormat = (typeof dateFormats)[number];

/** Each row is a call, or the sum of an hour or of a day in UTC, which may still grow in a later export. */
export const rowKinds = ['call', 'hour', 'day'] as const;
export const decimalSigns = ['.', ','] as const;
/** What the column of input tokens holds besides tokens that never met a cache. */
export const inputContents = ['no cache tokens', 'cache reads', 'cache reads and writes'] as const;
/** Whether reasoning tokens are a part of the column of output tokens or come on top. */
export const reasoningPlaces = ['inside output', 'on top of output'] as const;

const name = v.pipe(
  v.string(),
  v.check((text) => text.isWellFormed() && !text.includes('\0'), 'Leave out characters that are no text.'),
  v.trim(),
  v.minLength(1, 'Give a name.'),
  v.maxLength(200, 'Give a name of at most 200 characters.'),
);
const column = v.pipe(v.string(), v.maxLength(500));
const optionalName = v.optional(name);

const readingEntries = {
  /**
   * Of JSON, where its rows stand: keys from the outside in (`data`, `results`), through lists on the way. Absent: the file's
   * own records are the rows.
   */
  rowsAt: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(5))),
  /** The table's column names as they stood when it was mapped: a CSV with just these is read with this mapping. */
  columns: v.pipe(v.array(column), v.minLength(1), v.maxLength(1000)),
  /** Which column is read as what. */
  fields: v.partial(v.object(v.entriesFromList(mappedFields, column))),
  dateFormat: v.picklist(dateFormats),
  decimalSign: v.picklist(decimalSigns),
  rows: v.picklist(rowKinds),
  inputHolds: v.picklist(inputContents),
  reasoning: v.picklist(reasoningPlaces),
  llmMode: v.picklist(['local', 'cloud']),
  /** Said of every row; where a column says it too and is not blank, the column counts. */
  constants: v.object({
    provider: optionalName,
    model: optionalName,
    project: optionalName,
    eventType: optionalName,
  }),
};

const readingSchema = v.object(readingEntries);

/** More changes than anybody makes; each is asked for every row. */
export const mostEarlierReadings = 50;

export const tableMappingSchema = v.object({
  /** Stays the same when the mapping is renamed or changed: it is part of every event's key and of its source. */
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,50}$/)),
  /** What the user calls it. */
  name,
  ...readingEntries,
  /** Only files with this in their path, whatever the case; absent: all with such columns. Two tools may write the same ones. */
  onlyFiles: v.optional(name),
  /**
   * How it was read before it was changed, the oldest first, as far as events came of it. A row keeps the name that it had
   * under the first of them, so that reading it again replaces what was read of it, and never adds to it.
   */
  earlier: v.pipe(v.array(readingSchema), v.maxLength(mostEarlierReadings)),
});

/** Where rows stand in JSON, as `TableReading.rowsAt`; empty is the file's own records. */
export type RowPlace = readonly string[];

/** How a table's rows are read, whatever the user calls it. */
export type TableReading = v.InferOutput<typeof readingSchema>;

/** How a user reads a table that no source knows. Plain data: it is stored as JSON. */
export type TableMapping = v.InferOutput<typeof tableMappingSchema>;

/** A mapping as it is kept. Times are UTC milliseconds. */
export interface SavedMapping {
  mapping: TableMapping;
  createdAt: number;
  updatedAt: number;
  /** Set: no file is read with it any more, and what it had read still has its name. */
  deletedAt: number | null;
}

/** The mapping in stored or imported data, or null where it is none. */
export function parseTableMapping(value: unknown): TableMapping | null {
  const result = v.safeParse(tableMappingSchema, value);
  return result.success ? result.output : null;
}

/** Only what decides how rows are read, in one order: equal readings are equal as JSON. */
export function readingOf(mapping: TableReading): TableReading {
  const { rowsAt = [], columns, dateFormat, decimalSign, rows, inputHolds, reasoning, llmMode } = mapping;
  const fields: TableReading['fields'] = {};
  for (const field of mappedFields) {
    const mapped = mapping.fields[field];
    if (mapped !== undefined) fields[field] = mapped;
  }
  const { provider, model, project, eventType } = mapping.constants;
  const constants = {
    ...(provider !== undefined && { provider }),
    ...(model !== undefined && { model }),
    ...(project !== undefined && { project }),
    ...(eventType !== undefined && { eventType }),
  };
  const place = rowsAt.length > 0 ? { rowsAt } : {};
  return {
    ...place,
    columns,
    fields,
    dateFormat,
    decimalSign,
    rows,
    inputHolds,
    reasoning,
    llmMode,
    constants,
  };
}
