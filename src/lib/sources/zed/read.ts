/**
 * @learnedFrom the tool’s source, and other trackers’ readers, one of which was compared with a real store
 * @identifiedBy thread
 * @counts the thread’s cumulative usage; input excludes the cache
 * @unconfirmed with Google’s models, Zed leaves thoughts out of the output
 * @differs the list of requests misses calls: its sum was a third of the total
 */
import { keyOf } from '../reading/call';
import { asArray, asObject, asText, isProblem, readCounters, type JsonObject } from '../reading/json-fields';
import { llmModeOf } from '../reading/local-providers';
import { parseJson } from '../reading/parse-json';
import { reportUsage } from '../reading/report-usage';
import { readMoment } from '../reading/table-time';
import { unpackText } from '../reading/unpack-value';
import type { ReadDatabase } from '../source';

const kinds = [
  'input_tokens',
  'output_tokens',
  'cache_read_input_tokens',
  'cache_creation_input_tokens',
] as const;

/**
 * The thread's own total includes calls that its list of requests has lost, and no call has a time, so a thread is
 * one event. The counts are disjoint.
 */
export const readDatabase: ReadDatabase = (database, sink, { now }) => {
  let position = 0;
  for (const row of database.rows('threads', ['id', 'updated_at', 'data', 'folder_paths'])) {
    position += 1;
    const thread = parseJson(unpackText(row.data));
    if (thread === null) {
      sink.problem('thread-not-unpacked', position);
      continue;
    }
    const counts = sumOf(thread);
    const model = asObject(thread.model);
    const provider = asText(model?.provider);
    const threadId = asText(row.id);
    reportUsage(
      sink,
      { position },
      {
        counts: {
          input: counts.input_tokens,
          output: counts.output_tokens,
          cacheRead: counts.cache_read_input_tokens,
          cacheWrite: counts.cache_creation_input_tokens,
        },
        holdsCache: false,
        when: readMoment(thread.updated_at ?? row.updated_at, now),
        dedupeKey: keyOf('zed', threadId ?? position),
        sessionId: threadId,
        path: folderOf(row.folder_paths),
        provider,
        model: asText(model?.model),
        llmMode: llmModeOf(provider),
        countQuality: 'session-total',
      },
    );
  }
};

/** The thread's total if it has one, else that of its requests. */
function sumOf(thread: JsonObject): JsonObject {
  const sum = asObject(thread.cumulative_token_usage) ?? {};
  if (kinds.some((kind) => Number(sum[kind] ?? 0) !== 0)) return sum;
  // The first versions had a list.
  const usages = asObject(thread.request_token_usage) ?? asArray(thread.request_token_usage);
  const requests = Object.values(usages).map((value) => {
    const counts = readCounters(asObject(value) ?? {}, kinds);
    return isProblem(counts) ? null : counts;
  });
  return Object.fromEntries(
    kinds.map((kind) => [kind, requests.reduce((total, counts) => total + (counts?.[kind] ?? 0), 0)]),
  );
}

/** A list as JSON, or one path per line. */
function folderOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  try {
    return asText(asArray(JSON.parse(value))[0]);
  } catch {
    // It isn't a list.
    return asText(value.split('\n')[0]?.trim());
  }
}
