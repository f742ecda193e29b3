/**
 * @learnedFrom the tool’s source; a real database without counts
 * @identifiedBy session and row of the ledger; session for the rest of its sum
 * @counts input includes the cache; compactions are rows of the ledger, with their costs; only columns that begin
 *   with accumulated_ are sums
 * @unconfirmed older sessions without a sum contain only their last request, and aren’t counted
 */
import { keyOf } from '../reading/call';
import { asName, asObject, asText, isProblem, readCounters, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { parseJson } from '../reading/parse-json';
import { llmModeOf } from '../reading/local-providers';
import { countsIn, reportUsage, type RecordedUsage } from '../reading/report-usage';
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
  'cost',
  ...kinds.map((kind) => `${kind}_tokens`),
];

/**
 * A row of the ledger is a call. Whatever a session's totals contain beyond its rows, which is everything in older
 * versions, becomes one more event. So a session that continued after an update counts each call once. Columns
 * without `accumulated_` describe only the last request. Input includes cache tokens.
 *
 * The rest shrinks when the ledger grows, so it takes precedence by what the ledger holds. Once nothing is left, the
 * last row has the key of the rest and replaces it.
 */
export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  let position = 0;
  const sessions = new Map<unknown, Row>(
    [...database.rows('sessions', sessionColumns)].map((row) => [row.id, row]),
  );
  const ledgers = new Map<unknown, { sums: Sums; total: number; calls: Row[] }>();
  for (const row of database.rows('usage_ledger', callColumns)) {
    const known = ledgers.get(row.session_id);
    const ledger = known ?? {
      sums: { input: 0, output: 0, cache_read: 0, cache_write: 0 },
      total: 0,
      calls: [],
    };
    for (const kind of kinds) {
      const count = Number(row[`${kind}_tokens`] ?? 0);
      ledger.sums[kind] += count;
      ledger.total += Number.isSafeInteger(count) && count > 0 ? count : 0;
    }
    ledger.calls.push(row);
    ledgers.set(row.session_id, ledger);
  }
  const reportCall = (row: Row, more: Partial<RecordedUsage> = {}): void => {
    position += 1;
    const session = sessions.get(row.session_id);
    const sessionId = asText(row.session_id);
    const provider = asText(session?.provider_name);
    reportUsage(
      sink,
      { position },
      {
        counts: countsIn(row),
        holdsCache: 'unless larger',
        when: readMoment(row.created_timestamp, now),
        dedupeKey: keyOf('goose', sessionId, 'call', asName(row.id), asName(row.created_timestamp)),
        sessionId,
        path: asText(session?.working_dir),
        provider,
        model: asText(row.model),
        llmMode: llmModeOf(provider),
        cost: row.cost,
        ...more,
      },
    );
  };
  for (const row of sessions.values()) {
    const ledger = ledgers.get(row.id);
    const counts = readCounters(
      row,
      kinds.map((kind) => `accumulated_${kind}_tokens` as const),
    );
    if (isProblem(counts)) {
      position += 1;
      sink.problem(counts.problem, position);
      continue;
    }
    const sessionId = asText(row.id);
    const dedupeKey = keyOf('goose', sessionId, 'session');
    const rest = (kind: keyof Sums): number =>
      Math.max(0, counts[`accumulated_${kind}_tokens`] - (ledger?.sums[kind] ?? 0));
    if (ledger !== undefined && kinds.every((kind) => rest(kind) === 0)) {
      const last = ledger.calls.pop();
      if (last !== undefined) reportCall(last, { dedupeKey, precedence: 2 * ledger.total });
      continue;
    }
    position += 1;
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
        dedupeKey,
        sessionId,
        path: asText(row.working_dir),
        provider,
        model: asText(parseJson(row.model_config_json)?.model_name),
        llmMode: llmModeOf(provider),
        countQuality: 'session-total',
        ...(ledger !== undefined && { precedence: 2 * ledger.total + 1 }),
        // This is the cost of the whole session.
        cost: ledger === undefined ? row.accumulated_cost : undefined,
      },
    );
  }
  for (const { calls } of ledgers.values()) for (const call of calls) reportCall(call);
};

type Row = Record<string, unknown>;

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

const onlyLastRequest = 'session-without-total';
