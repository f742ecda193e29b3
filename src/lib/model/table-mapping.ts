import * as v from 'valibot';

/** What a column can be mapped to. */
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
 * `iso`: `2026-11-15`, or `2026-11-15 12:30`, or with `T` and a zone (UTC without one). The next three are numeric
 * dates separated by `.`, `/` or `-`, optionally followed by a time, in UTC. Epochs count from 1970.
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

/** Each row is a call, or the sum of an hour or of a day in UTC. A sum may be larger in a later export. */
export const rowKinds = ['call', 'hour', 'day'] as const;
export const decimalSigns = ['.', ','] as const;
/** What the input-tokens column includes besides uncached input tokens. */
export const inputContents = ['no cache tokens', 'cache reads', 'cache reads and writes'] as const;
/** Whether the output-tokens column includes reasoning tokens or they come on top of it. */
export const reasoningPlaces = ['inside output', 'on top of output'] as const;

const name = v.pipe(
  v.string(),
  v.check((text) => text.isWellFormed() && !text.includes('\0'), 'Remove control characters.'),
  v.trim(),
  v.minLength(1, 'Give a name.'),
  v.maxLength(200, 'Give a name of at most 200 characters.'),
);
const column = v.pipe(v.string(), v.maxLength(500));
const optionalName = v.optional(name);

const readingEntries = {
  /**
   * For JSON, the path of keys from the outermost to the list of rows (`data`, `results`); lists on the way are
   * followed. Absent: the file's own records are the rows.
   */
  rowsAt: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(5))),
  /** The table's column names when it was mapped. A CSV file with exactly these columns is read with this mapping. */
  columns: v.pipe(v.array(column), v.minLength(1), v.maxLength(1000)),
  /** The column of each field. */
  fields: v.partial(v.object(v.entriesFromList(mappedFields, column))),
  dateFormat: v.picklist(dateFormats),
  decimalSign: v.picklist(decimalSigns),
  rows: v.picklist(rowKinds),
  inputHolds: v.picklist(inputContents),
  reasoning: v.picklist(reasoningPlaces),
  llmMode: v.picklist(['local', 'cloud']),
  /** Values for every row. A non-blank cell in the mapped column takes precedence. */
  constants: v.object({
    provider: optionalName,
    model: optionalName,
    project: optionalName,
    eventType: optionalName,
  }),
};

const readingSchema = v.object(readingEntries);

/** More changes than anyone makes. The limit matters because every row is checked against all of them. */
export const mostEarlierReadings = 50;

export const tableMappingSchema = v.object({
  /** Never changes, even when the mapping is renamed or edited: it is part of each event's dedupe key and source. */
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,50}$/)),
  /** The name that the user gave the mapping. */
  name,
  ...readingEntries,
  /**
   * Limits the mapping to files with this text in their path, ignoring case; absent means no limit. Needed because
   * two tools may write the same columns.
   */
  onlyFiles: v.optional(name),
  /**
   * Former versions of the mapping, oldest first, as far as events were read with them. A row's key is derived from
   * the oldest version that can read it, so reading the row again replaces its event and never adds another.
   */
  earlier: v.pipe(v.array(readingSchema), v.maxLength(mostEarlierReadings)),
});

/** Where the rows are in a JSON file, as in `TableReading.rowsAt`; empty for the file's own records. */
export type RowPlace = readonly string[];

/** How a table's rows are read, without the mapping's id and name. */
export type TableReading = v.InferOutput<typeof readingSchema>;

/** How to read a table that no source knows, as mapped by the user. Plain data, stored as JSON. */
export type TableMapping = v.InferOutput<typeof tableMappingSchema>;

/** A stored mapping. Times are UTC milliseconds. */
export interface SavedMapping {
  mapping: TableMapping;
  createdAt: number;
  updatedAt: number;
  /** When set, no file is read with this mapping any more; usage that it read keeps its name. */
  deletedAt: number | null;
}

/** Parses a mapping from stored or imported data; null if it isn't valid. */
export function parseTableMapping(value: unknown): TableMapping | null {
  const result = v.safeParse(tableMappingSchema, value);
  return result.success ? result.output : null;
}

/** Only the parts that decide how rows are read, in a fixed order, so that equal readings have equal JSON. */
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
