/**
 * @learnedFrom its documentation
 * @identifiedBy trace and span
 * @counts whether input includes the cache is decided by the total; the trace’s own sum doesn’t count
 */
import type { ReadDatabase, ReadFile, SourceSink } from '../source';
import { foreignPath, keyOf } from '../reading/call';
import { asArray, asObject, asText, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { parseJson } from '../reading/parse-json';
import { reportUsage } from '../reading/report-usage';
import { asUtf8 } from '../reading/text';
import { readTime } from '../reading/time';

export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  let position = 0;
  await readJsonRecords(text, sink, (record, line) => {
    const info = asObject(record.info);
    const experiment = asObject(asObject(info?.trace_location)?.mlflow_experiment);
    const project = asText(experiment?.experiment_id) ?? asText(info?.experiment_id);
    const spans = asArray(asObject(record.data)?.spans)
      .map(asObject)
      .filter((span) => span !== null);
    readSpans(
      spans.map((span) => ({ span, project, position: (position += 1), line })),
      now,
      sink,
    );
  });
};

export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  const names = new Map(
    [...database.rows('experiments', ['experiment_id', 'name'])].map((row) => [
      row.experiment_id,
      asText(row.name),
    ]),
  );
  let position = 0;
  const found: Found[] = [];
  for (const row of database.rows('spans', ['experiment_id', 'content'])) {
    position += 1;
    const span = parseJson(row.content);
    if (span === null) sink.problem('span-not-an-object', position);
    else found.push({ span, project: names.get(row.experiment_id) ?? null, position, line: position });
  }
  readSpans(found, now, sink);
};

interface Found {
  span: JsonObject;
  project: string | null;
  position: number;
  line: number;
}

/** Spans around a call may repeat its usage, so the innermost of nested spans counts. Input includes cache tokens. */
function readSpans(found: readonly Found[], now: number, sink: SourceSink): void {
  const usageOf = (span: JsonObject): JsonObject | null =>
    valueOf(asObject(span.attributes)?.['mlflow.chat.tokenUsage']);
  const parents = new Map(
    found.map(({ span }) => [idOf(span), asText(span.parent_span_id) ?? asText(span.parent_id)]),
  );
  const outer = new Set<string | null>();
  for (const { span } of found) {
    if (usageOf(span) === null) continue;
    for (
      let at = parents.get(idOf(span)) ?? null;
      at !== null && !outer.has(at);
      at = parents.get(at) ?? null
    )
      outer.add(at);
  }
  for (const { span, project, position, line } of found) {
    const usage = usageOf(span);
    const id = idOf(span);
    if (usage === null || outer.has(id)) continue;
    const attributes = asObject(span.attributes) ?? {};
    reportUsage(
      sink,
      { position, line },
      {
        counts: {
          input: usage.input_tokens,
          output: usage.output_tokens,
          total: usage.total_tokens,
          cacheRead: usage.cache_read_input_tokens,
          cacheWrite: usage.cache_creation_input_tokens,
        },
        holdsCache: 'by total',
        when: readTime(isoOf(span.start_time_unix_nano ?? span.start_time), now),
        dedupeKey: keyOf('mlflow', traceOf(span), id),
        path: foreignPath('mlflow', project),
        provider: textOf(attributes['mlflow.llm.provider']),
        model: textOf(attributes['mlflow.llm.model']),
      },
    );
  }
}

const idOf = (span: JsonObject): string | null => asText(span.span_id);
const traceOf = (span: JsonObject): string | null =>
  textOf(asObject(span.attributes)?.['mlflow.traceRequestId']) ?? asText(span.trace_id);

/** Attributes are stored as JSON in strings. */
const valueOf = (value: unknown): JsonObject | null => parseJson(value) ?? asObject(value);

function textOf(value: unknown): string | null {
  const text = asText(value);
  return text !== null && /^".*"$/.test(text) ? asText(text.slice(1, -1)) : text;
}

function isoOf(nanoseconds: unknown): unknown {
  const milliseconds =
    typeof nanoseconds === 'number' || typeof nanoseconds === 'string'
      ? Math.floor(Number(nanoseconds) / 1e6)
      : Number.NaN;
  return Number.isFinite(milliseconds) && Math.abs(milliseconds) <= 8.64e15
    ? new Date(milliseconds).toISOString()
    : nanoseconds;
}
