import { keyOf } from '../reading/call';
import { asName, asObject, asText, isProblem, readCounters, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { parseJson } from '../reading/parse-json';
import { llmModeOf } from '../reading/local-providers';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import { asUtf8 } from '../reading/text';
import type { ReadDatabase, ReadFile } from '../source';

const kinds = ['input', 'output', 'cache_read', 'cache_write'] as const;
type Sums = Record<(typeof kinds)[number], number>;

const sessionColumns = [
  'id',
  'working_dir',
  'created_at',
  'provider_name',
  'model_config_json',
  'accumulated_cost',
  ...kinds.map((kind) => `accumulated_${kind}_tokens` as const),
];
const callColumns = [
  'id',
  'session_id',
  'created_timestamp',
  'model',
  ...kinds.map((kind) => `${kind}_tokens`),
];

/**
 * A row of the ledger is a call. Whatever a session's totals contain beyond its rows, which is everything in older
 * versions, becomes one more event. So a session that continued after an update counts each call once. Columns
 * without `accumulated_` describe only the last request. Input includes cache tokens.
 */
export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  let position = 0;
  const counted = new Map<unknown, Sums>();
  const sessions = [...database.rows('sessions', sessionColumns)];
  const folders = new Map(sessions.map(({ id, working_dir }) => [id, asText(working_dir)]));
  const providers = new Map(sessions.map(({ id, provider_name }) => [id, asText(provider_name)]));
  for (const row of database.rows('usage_ledger', callColumns)) {
    position += 1;
    const sums = counted.get(row.session_id) ?? { input: 0, output: 0, cache_read: 0, cache_write: 0 };
    for (const kind of kinds) sums[kind] += Number(row[`${kind}_tokens`] ?? 0);
    counted.set(row.session_id, sums);
    const sessionId = asText(row.session_id);
    const provider = providers.get(row.session_id) ?? null;
    reportUsage(
      sink,
      { position },
      {
        counts: {
          input: row.input_tokens,
          output: row.output_tokens,
          cacheRead: row.cache_read_tokens,
          cacheWrite: row.cache_write_tokens,
        },
        holdsCache: 'unless larger',
        when: readMoment(row.created_timestamp, now),
        dedupeKey: keyOf('goose', sessionId, 'call', asName(row.id), asName(row.created_timestamp)),
        sessionId,
        path: folders.get(row.session_id) ?? null,
        provider,
        model: asText(row.model),
        llmMode: llmModeOf(provider),
      },
    );
  }
  for (const row of sessions) {
    position += 1;
    const known = counted.get(row.id);
    const counts = readCounters(
      row,
      kinds.map((kind) => `accumulated_${kind}_tokens` as const),
    );
    if (isProblem(counts)) {
      sink.problem(counts.problem, position);
      continue;
    }
    const rest = (kind: keyof Sums): number =>
      Math.max(0, counts[`accumulated_${kind}_tokens`] - (known?.[kind] ?? 0));
    const sessionId = asText(row.id);
    const provider = asText(row.provider_name);
    reportUsage(
      sink,
      { position },
      {
        counts: {
          input: rest('input'),
          output: rest('output'),
          cacheRead: rest('cache_read'),
          cacheWrite: rest('cache_write'),
        },
        holdsCache: 'unless larger',
        when: readMoment(row.created_at, now),
        dedupeKey: keyOf('goose', sessionId, 'session'),
        sessionId,
        path: asText(row.working_dir),
        provider,
        model: asText(parseJson(row.model_config_json)?.model_name),
        llmMode: llmModeOf(provider),
        countQuality: 'session-total',
        // This is the cost of the whole session.
        cost: known === undefined ? row.accumulated_cost : undefined,
      },
    );
  }
};

/**
 * A session of the versions before the database, which imported these files under their names, or an exported one.
 * The time of a file's session is that of its first message.
 */
export const read: ReadFile = async (chunks, sink, { now, path = '' }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  const sessions: { record: JsonObject; line: number }[] = [];
  let began: unknown = null;
  await readJsonRecords(text, sink, (record, line) => {
    if (record.working_dir === undefined) began ??= record.created;
    else sessions.push({ record, line });
  });
  const [session] = sessions;
  if (session === undefined) return;
  const { record, line } = session;
  const { accumulated_input_tokens: input, accumulated_output_tokens: output } = record;
  if ((input ?? null) === null && (record.total_tokens ?? null) !== null) {
    sink.problem(onlyLastRequest, line);
    return;
  }
  const name = /([^/]+)\.jsonl?$/.exec(path.replaceAll('\\', '/'))?.[1];
  const sessionId = asText(record.id) ?? asText(name);
  const provider = asText(record.provider_name);
  const model = asObject(record.model_config)?.model_name;
  reportUsage(
    sink,
    { position: line },
    {
      counts: {
        input,
        output,
        cacheRead: record.accumulated_cache_read_tokens,
        cacheWrite: record.accumulated_cache_write_tokens,
      },
      holdsCache: 'unless larger',
      when: readMoment(record.created_at ?? began, now),
      dedupeKey: keyOf('goose', sessionId, 'session'),
      sessionId,
      path: asText(record.working_dir),
      provider,
      model: asText(model),
      llmMode: llmModeOf(provider),
      countQuality: 'session-total',
      cost: record.accumulated_cost,
    },
  );
};

const onlyLastRequest =
  'The session holds the tokens of its last request, but no sum of all: it was not counted.';
